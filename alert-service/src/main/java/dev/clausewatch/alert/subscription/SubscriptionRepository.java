package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.WebhookSecret;
import dev.clausewatch.filter.Filter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions in the database. Deleted ones stay for their ledger's sake and are not found any more. What changes is written at once,
 * since deliveries follow with SQL of their own in the same transaction.
 */
@ApplicationScoped
public class SubscriptionRepository implements PanacheRepositoryBase<StoredSubscription, String> {

    /** Why one is not active whose address has not said yes. */
    public static final String UNCONFIRMED = "unconfirmed";

    /** Why one is not active whose reader stopped its mails. */
    public static final String UNSUBSCRIBED = "unsubscribed";

    /** Adds one; it is active, unless its address has to be asked first. */
    void add(
            String id,
            String name,
            DestinationAddress destination,
            Filter filter,
            Set<EventGroup> events,
            WebhookSecret secret,
            @Nullable String owner,
            Instant now) {
        StoredSubscription added = new StoredSubscription();
        added.id = id;
        added.describe(name, destination, filter, events);
        added.active = destination.kind() != DestinationKind.MAIL;
        added.inactiveReason = added.active ? null : UNCONFIRMED;
        added.secret = secret.value();
        added.owner = owner;
        added.createdAt = now;
        persistAndFlush(added);
    }

    /** One that is not deleted. */
    public Optional<Subscription> existing(String id) {
        return find("id = ?1 and deletedAt is null", id).singleResultOptional().map(StoredSubscription::read);
    }

    /** One, deleted or not. */
    public Optional<Subscription> ever(String id) {
        return findByIdOptional(id).map(StoredSubscription::read);
    }

    /** One that is not deleted, which nobody else changes until the transaction ends. */
    public Optional<Subscription> lock(String id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .map(StoredSubscription::read);
    }

    /** Those behind a position, oldest first. */
    List<Subscription> after(long position, int limit) {
        return find("position > ?1 and deletedAt is null order by position", position).page(0, limit).stream()
                .map(StoredSubscription::read)
                .toList();
    }

    void describe(String id, String name, DestinationAddress destination, Filter filter, Set<EventGroup> events) {
        change(id, stored -> stored.describe(name, destination, filter, events));
    }

    /** Starts or stops telling; the reason is absent when it starts. */
    public void activate(String id, boolean active, @Nullable String inactiveReason) {
        change(id, stored -> {
            stored.active = active;
            stored.inactiveReason = inactiveReason;
        });
    }

    void end(String id, Instant now) {
        change(id, stored -> {
            stored.deletedAt = now;
            stored.active = false;
            stored.inactiveReason = "deleted";
        });
    }

    void rotate(String id, WebhookSecret secret, Instant oldUntil) {
        change(id, stored -> {
            stored.previousSecret = stored.secret;
            stored.previousSecretUntil = oldUntil;
            stored.secret = secret.value();
        });
    }

    /** The caller holds the row's lock. */
    private void change(String id, Consumer<StoredSubscription> change) {
        findByIdOptional(id).ifPresent(change);
        flush();
    }
}
