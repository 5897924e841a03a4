package dev.clausewatch.gateway.subscriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.runtime.http.MergePatch;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads requests for subscriptions. What alert-service will refuse is left to it, so that its own words tell what is wrong. */
@ApplicationScoped
class SubscriptionRequests {

    /** The field that is ours. */
    static final String ACCEPT_FLOOD = "acceptFlood";

    /** What alert-service understands; it refuses a request with other fields, and a misspelt one is to be told as such. */
    private static final Set<String> FIELDS = Set.of("name", "url", "destination", "filter", "events", "active");

    private static final int UNPROCESSABLE = 422;

    private final ObjectMapper json;

    SubscriptionRequests(ObjectMapper json) {
        this.json = json;
    }

    /** A new subscription. */
    RequestedSubscription ofNew(byte[] body) {
        return read(body, null);
    }

    /**
     * A changed one.
     *
     * @param before the subscription, as alert-service shows it
     */
    RequestedSubscription ofPatch(byte[] body, byte[] before) {
        return read(body, tree(before));
    }

    /** One that there is. */
    RequestedSubscription stored(byte[] subscription) {
        JsonNode tree = tree(subscription);
        return new RequestedSubscription(subscription, filter(tree), hearsOfChanges(tree), true);
    }

    private RequestedSubscription read(byte[] body, @Nullable JsonNode before) {
        JsonNode tree = tree(body);
        if (!(tree instanceof ObjectNode request)) {
            return new RequestedSubscription(body, null, false, false);
        }
        JsonNode accepted = request.remove(ACCEPT_FLOOD);
        if (accepted != null && !accepted.isBoolean()) {
            throw Problem.of("bad-field", "Request not understood", UNPROCESSABLE)
                    .withDetail("Field " + ACCEPT_FLOOD + " is neither true nor false.")
                    .with("errors", List.of(new Violation(ACCEPT_FLOOD, "is neither true nor false", "true or false")))
                    .build();
        }
        boolean understood = FIELDS.containsAll(
                request.properties().stream().map(Map.Entry::getKey).toList());
        JsonNode asked = before == null ? request : MergePatch.merged(before, request);
        return new RequestedSubscription(
                accepted == null ? body : bytes(request),
                understood ? filter(asked) : null,
                hearsOfChanges(asked),
                accepted != null && accepted.booleanValue());
    }

    private static boolean hearsOfChanges(@Nullable JsonNode subscription) {
        JsonNode events = subscription == null ? null : subscription.get("events");
        return events == null
                || !events.isArray()
                || events.valueStream().anyMatch(one -> one.asText().strip().equals("changes"));
    }

    private @Nullable Filter filter(@Nullable JsonNode subscription) {
        if (subscription == null) {
            return null;
        }
        try {
            JsonNode asked = subscription.get("filter");
            FilterFields fields = asked == null ? null : json.treeToValue(asked, FilterFields.class);
            return Filter.read(fields) instanceof Filter.Reading.Good good ? good.filter() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private @Nullable JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }

    private byte[] bytes(ObjectNode request) {
        try {
            return json.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is JSON already cannot be malformed", e);
        }
    }
}
