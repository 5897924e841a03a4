package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.webhook.WebhookSecret;
import dev.clausewatch.events.Severity;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subscriptions in the database. Deleted ones stay for their ledger's sake and are not found any more. */
@ApplicationScoped
public class SubscriptionRepository {

    private final Database database;

    SubscriptionRepository(Database database) {
        this.database = database;
    }

    /** Adds one. */
    void add(String id, String name, URI url, SubscriptionFilter filter, WebhookSecret secret, Instant now) {
        int unused = database.update(
                """
                insert into subscription (id, name, url, platforms, terms_types, documents, areas, min_severity, active,
                  secret, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?)""",
                id,
                name,
                url.toString(),
                array(filter.platforms()),
                array(filter.termsTypes()),
                array(filter.documents()),
                array(filter.areas()),
                severity(filter),
                secret.value(),
                now);
    }

    /** One that is not deleted. */
    public Optional<Subscription> find(String id) {
        return database.first(
                "select * from subscription where id = ? and deleted_at is null", SubscriptionRepository::read, id);
    }

    /** One that is not deleted, which nobody else changes until the transaction ends. */
    Optional<Subscription> lock(String id) {
        return database.first(
                "select * from subscription where id = ? and deleted_at is null for no key update",
                SubscriptionRepository::read,
                id);
    }

    /** Those behind a position, oldest first. */
    List<Subscription> after(long position, int limit) {
        return database.list(
                "select * from subscription where position > ? and deleted_at is null order by position limit ?",
                SubscriptionRepository::read,
                position,
                limit);
    }

    /** All that are to be told, oldest first. */
    public List<Subscription> active() {
        return database.list(
                "select * from subscription where active and deleted_at is null order by position",
                SubscriptionRepository::read);
    }

    void describe(String id, String name, URI url, SubscriptionFilter filter) {
        int unused = database.update(
                """
                update subscription set name = ?, url = ?, platforms = ?, terms_types = ?, documents = ?, areas = ?,
                  min_severity = ?
                where id = ?""",
                name,
                url.toString(),
                array(filter.platforms()),
                array(filter.termsTypes()),
                array(filter.documents()),
                array(filter.areas()),
                severity(filter),
                id);
    }

    /** Starts or stops telling; the reason is absent when it starts. */
    public void activate(String id, boolean active, @Nullable String inactiveReason) {
        int unused = database.update(
                "update subscription set active = ?, inactive_reason = ? where id = ?", active, inactiveReason, id);
    }

    void delete(String id, Instant now) {
        int unused = database.update(
                "update subscription set deleted_at = ?, active = false, inactive_reason = 'deleted' where id = ?",
                now,
                id);
    }

    void rotate(String id, WebhookSecret secret, Instant oldUntil) {
        int unused = database.update(
                "update subscription set previous_secret = secret, previous_secret_until = ?, secret = ? where id = ?",
                oldUntil,
                secret.value(),
                id);
    }

    private static Subscription read(Row row) throws SQLException {
        @Nullable String minSeverity = row.textOrNull("min_severity");
        @Nullable String previousSecret = row.textOrNull("previous_secret");
        return new Subscription(
                row.text("id"),
                row.large("position"),
                row.text("name"),
                URI.create(row.text("url")),
                new SubscriptionFilter(
                        row.texts("platforms"),
                        row.texts("terms_types"),
                        row.texts("documents"),
                        row.texts("areas"),
                        minSeverity == null ? null : Severity.valueOf(minSeverity)),
                row.flag("active"),
                row.textOrNull("inactive_reason"),
                new WebhookSecret(row.text("secret")),
                previousSecret == null ? null : new WebhookSecret(previousSecret),
                row.timeOrNull("previous_secret_until"),
                row.time("created_at"));
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static @Nullable String severity(SubscriptionFilter filter) {
        return filter.minSeverity() == null ? null : filter.minSeverity().name();
    }
}
