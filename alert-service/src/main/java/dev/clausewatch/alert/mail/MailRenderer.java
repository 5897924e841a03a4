package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.alert.notice.Detail;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.notice.Outlines;
import dev.clausewatch.alert.notice.Renderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes notices as mails with a plain and an HTML part that say the same. */
@ApplicationScoped
class MailRenderer implements Renderer {

    /** Large readers cut what is longer than 102 kB. */
    private static final int BYTES = 90_000;

    private final Outlines outlines;

    @Inject
    MailRenderer(DestinationConfig config) {
        this(config.gatewayUrl());
    }

    MailRenderer(URI gatewayUrl) {
        this.outlines = new Outlines(gatewayUrl);
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.MAIL;
    }

    @Override
    public String render(Notice notice, Rendering rendering) {
        String subject = subject(notice);
        @Nullable String follows = follows(notice);
        return Detail.fitting(
                outlines.of(notice),
                outline -> new MailMessage(subject, MailText.of(outline), MailHtml.of(outline), follows).write(),
                text -> text.getBytes(StandardCharsets.UTF_8).length,
                BYTES);
    }

    /** Readers put mails into one thread by their subject too. */
    private String subject(Notice notice) {
        return switch (notice) {
            case Notice.Retraction gone ->
                "Re: " + Outlines.changed(gone.told(), gone.by().document());
            case Notice.Reinstatement back ->
                "Re: " + Outlines.changed(back.told(), back.by().document());
            default -> outlines.of(notice).title();
        };
    }

    private static @Nullable String follows(Notice notice) {
        return switch (notice) {
            case Notice.Retraction gone -> gone.alertId();
            case Notice.Reinstatement back -> back.alertId();
            default -> null;
        };
    }
}
