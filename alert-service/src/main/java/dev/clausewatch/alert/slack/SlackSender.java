package dev.clausewatch.alert.slack;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.OutgoingMessage;
import dev.clausewatch.alert.destination.PostClient;
import dev.clausewatch.alert.destination.SendResult;
import dev.clausewatch.alert.destination.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Posts to Slack. */
@ApplicationScoped
class SlackSender implements Sender {

    private final PostClient http;

    SlackSender(PostClient http) {
        this.http = http;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.SLACK;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (!(message.destination() instanceof Destination.Slack slack)) {
            throw new IllegalArgumentException(
                    "Not Slack: " + message.destination().kind());
        }
        return http.post(slack.url(), message.body().getBytes(StandardCharsets.UTF_8), Map.of(), message.at());
    }
}
