package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.MailAddress;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validates where messages should go: {@code url} for a webhook, {@code destination} for every kind. */
final class DestinationRules {

    private static final String KINDS =
            Arrays.stream(DestinationKind.values()).map(DestinationKind::code).collect(Collectors.joining(", "));

    private final WebhookAddress addresses;
    private final boolean sendsMail;

    /**
     * Rules of an installation.
     *
     * @param addresses which addresses may be posted to
     * @param sendsMail whether there is a mail server
     */
    DestinationRules(WebhookAddress addresses, boolean sendsMail) {
        this.addresses = addresses;
        this.sendsMail = sendsMail;
    }

    /** The destination; null, with violations, when it cannot be one. */
    @Nullable
    DestinationAddress judge(
            @Nullable String url, SubscriptionRequest.@Nullable Destination destination, List<Violation> violations) {
        if (destination == null) {
            return at(DestinationKind.WEBHOOK, "url", url, violations);
        }
        if (url != null) {
            violations.add(new Violation(
                    "destination", "is there beside url", "send one of them; url is short for a webhook"));
            return null;
        }
        Optional<DestinationKind> kind = Optional.ofNullable(destination.kind()).flatMap(DestinationKind::byCode);
        if (kind.isEmpty()) {
            violations.add(new Violation(
                    "destination.kind",
                    destination.kind() == null
                            ? "is missing"
                            : "is no kind of destination: " + Problem.shown(destination.kind()),
                    "one of " + KINDS));
            return null;
        }
        return switch (kind.get()) {
            case WEBHOOK, SLACK, TEAMS -> at(kind.get(), "destination.url", destination.url(), violations);
            case MAIL -> mail(destination.address(), violations);
        };
    }

    private @Nullable DestinationAddress mail(@Nullable String address, List<Violation> violations) {
        Optional<String> mailbox = Optional.ofNullable(address).flatMap(MailAddress::parse);
        if (!sendsMail) {
            violations.add(new Violation(
                    "destination.kind", "is mail, and no mail server is set up", "set CLAUSEWATCH_MAIL_HOST first"));
        } else if (mailbox.isEmpty()) {
            violations.add(new Violation(
                    "destination.address", "is no mail address", "send an address such as legal@example.com"));
        }
        return mailbox.map(known -> new DestinationAddress(DestinationKind.MAIL, Destination.Mail.addressOf(known)))
                .orElse(null);
    }

    private @Nullable DestinationAddress at(
            DestinationKind kind, String field, @Nullable String url, List<Violation> violations) {
        return switch (addresses.judge(url)) {
            case WebhookAddress.Good good -> new DestinationAddress(kind, good.url());
            case WebhookAddress.Bad bad -> {
                violations.add(new Violation(field, bad.reason(), bad.remedy()));
                yield null;
            }
        };
    }
}
