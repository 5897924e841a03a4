package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.WebhookSecret;
import dev.clausewatch.events.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** The row of a subscription. */
@Entity
@Table(name = "subscription")
class StoredSubscription {

    @Id
    String id = "";

    /** Given by the database. */
    @Generated
    @Column(insertable = false, updatable = false)
    long position;

    String name = "";

    @Enumerated(EnumType.STRING)
    DestinationKind kind = DestinationKind.WEBHOOK;

    /** Its address, whatever its kind. */
    String url = "";

    String[] platforms = {};

    @Column(name = "terms_types")
    String[] termsTypes = {};

    String[] documents = {};
    String[] areas = {};

    @Column(name = "min_severity")
    @Nullable
    String minSeverity;

    String[] events = {};
    boolean active;

    @Column(name = "inactive_reason")
    @Nullable
    String inactiveReason;

    /** How its endpoint answered last; see {@code EndpointHealth} of the deliveries. */
    String pace = "NEW";

    String secret = "";

    @Column(name = "previous_secret")
    @Nullable
    String previousSecret;

    @Column(name = "previous_secret_until")
    @Nullable
    Instant previousSecretUntil;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    void describe(
            String newName, DestinationAddress destination, SubscriptionFilter filter, Set<EventGroup> newEvents) {
        name = newName;
        kind = destination.kind();
        String newUrl = destination.address().toString();
        if (!url.equals(newUrl)) {
            pace = "NEW";
        }
        url = newUrl;
        platforms = array(filter.platforms());
        termsTypes = array(filter.termsTypes());
        documents = array(filter.documents());
        areas = array(filter.areas());
        minSeverity = filter.minSeverity() == null ? null : filter.minSeverity().name();
        events = newEvents.stream().map(EventGroup::code).sorted().toArray(String[]::new);
    }

    Subscription read() {
        return new Subscription(
                id,
                position,
                name,
                Destination.of(kind, URI.create(url), List.of(new WebhookSecret(secret))),
                new SubscriptionFilter(
                        List.of(platforms),
                        List.of(termsTypes),
                        List.of(documents),
                        List.of(areas),
                        minSeverity == null ? null : Severity.valueOf(minSeverity)),
                Arrays.stream(events)
                        .flatMap(code -> EventGroup.byCode(code).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                active,
                inactiveReason,
                previousSecretUntil,
                createdAt);
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
