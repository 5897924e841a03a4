package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationConfig;
import dev.clausewatch.alert.destination.MailConfig;
import dev.clausewatch.alert.ledger.MessagePurpose;
import dev.clausewatch.alert.ledger.Outbox;
import dev.clausewatch.alert.notice.Notice;
import dev.clausewatch.alert.subscription.ConfirmationNeeded;
import dev.clausewatch.alert.subscription.Subscription;
import dev.clausewatch.alert.subscription.SubscriptionProblems;
import dev.clausewatch.alert.subscription.SubscriptionRepository;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks a mail address whether it wants the mails of a subscription; it gets nothing else before it says yes, and is not asked often. */
@ApplicationScoped
class AddressConfirmation {

    private final SubscriptionRepository subscriptions;
    private final Outbox outbox;
    private final Database database;
    private final MailLinks links;
    private final int mostPerDay;
    private final Clock clock;

    AddressConfirmation(
            SubscriptionRepository subscriptions,
            Outbox outbox,
            Database database,
            DestinationConfig destinations,
            MailConfig config,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.database = database;
        this.links = new MailLinks(destinations.gatewayUrl());
        this.mostPerDay = config.confirmationsPerDay();
        this.clock = clock;
    }

    void ask(@Observes ConfirmationNeeded needed) {
        Subscription subscription = subscriptions
                .existing(needed.subscriptionId())
                .orElseThrow(() -> SubscriptionProblems.noSuchSubscription(needed.subscriptionId()));
        if (!(subscription.destination() instanceof Destination.Mail mail)) {
            throw new IllegalArgumentException("Only mail addresses are confirmed");
        }
        if (askedToday(mail) >= mostPerDay) {
            throw SubscriptionProblems.askedTooOften(mostPerDay);
        }
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        outbox.queue(
                new Notice.Confirmation(
                        subscription.name(), links.to(MailLinks.Action.CONFIRM, subscription.id(), mail)),
                id,
                null,
                MessagePurpose.CONFIRMATION,
                List.of(new Outbox.Recipient(id, subscription.id(), subscription.rendering(), Duration.ZERO)),
                now);
    }

    /** Two requests at once are counted one after the other. */
    private long askedToday(Destination.Mail mail) {
        List<Boolean> unused = database.sql(
                        "select pg_advisory_xact_lock(hashtext('confirm ' || :address)) is not null as locked")
                .bind("address", mail.address().toString())
                .list(Boolean.class);
        return database.sql("""
                select count(*) from delivery d join subscription s on s.id = d.subscription_id
                where s.url = :address and d.purpose = 'CONFIRMATION'
                  and d.created_at > statement_timestamp() - interval '1 day'""")
                .bind("address", mail.address().toString())
                .first(Long.class)
                .orElse(0L);
    }
}
