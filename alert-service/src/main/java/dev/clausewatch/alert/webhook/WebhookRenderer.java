package dev.clausewatch.alert.webhook;

import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.notice.Renderer;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes notices as bodies of webhooks. */
@ApplicationScoped
class WebhookRenderer implements Renderer {

    private final WebhookMessages messages;

    WebhookRenderer(DestinationConfig config) {
        this.messages = new WebhookMessages(config.gatewayUrl());
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.WEBHOOK;
    }

    @Override
    public String render(Notice notice, Rendering rendering) {
        return switch (notice) {
            case Notice.Alert alert -> messages.alert(alert.classified());
            case Notice.Retraction gone -> messages.retraction(gone.changeId(), gone.alertId(), gone.by());
            case Notice.Reinstatement back -> messages.reinstatement(back.changeId(), back.alertId(), back.by());
            case Notice.Degraded degraded -> messages.degraded(degraded.at(), degraded.source());
            case Notice.Recovered recovered -> messages.recovered(recovered.at(), recovered.source());
            case Notice.Confirmation confirmation ->
                throw new IllegalArgumentException("Only mail addresses are confirmed");
            case Notice.Test test -> messages.test(test.subscriptionId(), test.subscriptionName(), test.at());
        };
    }
}
