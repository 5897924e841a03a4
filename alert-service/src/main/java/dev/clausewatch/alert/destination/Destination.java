package dev.clausewatch.alert.destination;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Where a subscription's messages go. {@link #address} and the secrets are all that is stored of one. */
public sealed interface Destination {

    /**
     * An endpoint that takes signed JSON.
     *
     * @param secrets what signs, newest first
     */
    record Webhook(URI url, List<WebhookSecret> secrets) implements Destination {

        public Webhook {
            secrets = List.copyOf(secrets);
        }

        @Override
        public DestinationKind kind() {
            return DestinationKind.WEBHOOK;
        }

        @Override
        public URI address() {
            return url;
        }
    }

    /**
     * A channel of Slack.
     *
     * @param url of its incoming webhook; whoever knows it may post
     */
    record Slack(URI url) implements Destination {

        @Override
        public DestinationKind kind() {
            return DestinationKind.SLACK;
        }

        @Override
        public URI address() {
            return url;
        }

        @Override
        public String toString() {
            return "Slack[…]";
        }
    }

    /**
     * A channel or chat of Teams.
     *
     * @param url of the workflow that posts cards there; whoever knows it may post
     */
    record Teams(URI url) implements Destination {

        @Override
        public DestinationKind kind() {
            return DestinationKind.TEAMS;
        }

        @Override
        public URI address() {
            return url;
        }

        @Override
        public String toString() {
            return "Teams[…]";
        }
    }

    /**
     * A mail address.
     *
     * @param mailbox such as {@code legal@example.com}
     * @param key what signs the links in its mails
     */
    record Mail(String mailbox, WebhookSecret key) implements Destination {

        @Override
        public DestinationKind kind() {
            return DestinationKind.MAIL;
        }

        @Override
        public URI address() {
            return addressOf(mailbox);
        }

        /** A mailbox as an address. */
        public static URI addressOf(String mailbox) {
            try {
                return new URI("mailto", mailbox, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("No mail address", e);
            }
        }
    }

    /** Its kind. */
    DestinationKind kind();

    /** Its address, whose host has a bound of attempts at once. */
    URI address();

    /** The one of a kind at an address; the secrets, newest first, are those of its subscription. */
    static Destination of(DestinationKind kind, URI address, List<WebhookSecret> secrets) {
        return switch (kind) {
            case WEBHOOK -> new Webhook(address, secrets);
            case SLACK -> new Slack(address);
            case TEAMS -> new Teams(address);
            case MAIL -> new Mail(address.getSchemeSpecificPart(), secrets.getFirst());
        };
    }
}
