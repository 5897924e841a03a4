package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.destination.Destination;
import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.WebhookSecret;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
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

    /** The filter, as {@link StoredFilter} writes it. */
    @ColumnTransformer(read = "cast(criteria as text)", write = "cast(? as jsonb)")
    String criteria = "{}";

    /** This and the columns to {@code minSeverity}: what the release before reads of the filter. */
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

    @Nullable
    String owner;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    void describe(String newName, DestinationAddress destination, Filter filter, Set<EventGroup> newEvents) {
        name = newName;
        kind = destination.kind();
        String newUrl = destination.address().toString();
        if (!url.equals(newUrl)) {
            pace = "NEW";
        }
        url = newUrl;
        FilterFields asked = filter.fields();
        criteria = StoredFilter.write(filter);
        platforms = array(asked.platforms());
        termsTypes = array(asked.termsTypes());
        documents = array(asked.documents());
        areas = array(asked.areas());
        minSeverity = asked.minSeverity();
        events = newEvents.stream().map(EventGroup::code).sorted().toArray(String[]::new);
    }

    Subscription read() {
        return new Subscription(
                id,
                position,
                name,
                Destination.of(kind, URI.create(url), List.of(new WebhookSecret(secret))),
                StoredFilter.read(criteria),
                Arrays.stream(events)
                        .flatMap(code -> EventGroup.byCode(code).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                active,
                inactiveReason,
                previousSecretUntil,
                createdAt,
                owner);
    }

    private static String[] array(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? new String[0]
                : texts.stream().filter(Objects::nonNull).toArray(String[]::new);
    }
}
