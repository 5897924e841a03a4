package dev.clausewatch.alert.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clausewatch.alert.destination.Destination;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A destination that is no webhook, as callers see it.
 *
 * @param kind such as {@code slack}
 * @param url of Slack or Teams, without what gives access
 * @param address of mail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DestinationView(
        String kind, @Nullable String url, @Nullable String address) {

    /** As answers have it; null for a webhook. */
    static @Nullable DestinationView shown(Destination destination) {
        return switch (destination) {
            case Destination.Webhook webhook -> null;
            case Destination.Slack slack -> new DestinationView("slack", withoutPath(slack.url()), null);
            case Destination.Teams teams -> new DestinationView("teams", withoutPath(teams.url()), null);
            case Destination.Mail mail -> new DestinationView("mail", null, mail.mailbox());
        };
    }

    /** As others than its owner see it. */
    static DestinationView hidden(Destination destination) {
        return switch (destination) {
            case Destination.Webhook webhook -> new DestinationView("webhook", withoutPath(webhook.url()), null);
            case Destination.Slack slack -> new DestinationView("slack", withoutPath(slack.url()), null);
            case Destination.Teams teams -> new DestinationView("teams", withoutPath(teams.url()), null);
            case Destination.Mail mail -> new DestinationView("mail", null, withoutName(mail.mailbox()));
        };
    }

    private static String withoutName(String mailbox) {
        return "…" + mailbox.substring(mailbox.lastIndexOf('@'));
    }

    /** As a request has it; null for a webhook. */
    static @Nullable DestinationView whole(Destination destination) {
        return switch (destination) {
            case Destination.Webhook webhook -> null;
            case Destination.Slack slack ->
                new DestinationView("slack", slack.url().toString(), null);
            case Destination.Teams teams ->
                new DestinationView("teams", teams.url().toString(), null);
            case Destination.Mail mail -> new DestinationView("mail", null, mail.mailbox());
        };
    }

    /** Whoever knows the path may post. */
    private static String withoutPath(URI url) {
        return url.getScheme() + "://"
                + url.getRawAuthority().substring(url.getRawAuthority().lastIndexOf('@') + 1) + "/…";
    }
}
