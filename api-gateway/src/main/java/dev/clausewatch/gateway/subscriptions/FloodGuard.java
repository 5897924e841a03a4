package dev.clausewatch.gateway.subscriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.runtime.database.DatabaseException;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Refuses a new subscription through which more would come than anybody reads, unless the request accepts that. */
@ApplicationScoped
class FloodGuard {

    /** The field that accepts it. */
    private static final String ACCEPT = "acceptFlood";

    /** What alert-service understands; it refuses a request with other fields, and a misspelt one is to be told as such. */
    private static final Set<String> FIELDS = Set.of("name", "url", "destination", "filter", "events", "active");

    private static final Logger LOG = Logger.getLogger(FloodGuard.class);
    private static final int UNPROCESSABLE = 422;

    private final Estimator estimator;
    private final SubscriptionConfig config;
    private final ObjectMapper json;

    FloodGuard(Estimator estimator, SubscriptionConfig config, ObjectMapper json) {
        this.estimator = estimator;
        this.config = config;
        this.json = json;
    }

    /** The request without the field that is ours; what alert-service will refuse anyway comes back as it is. */
    byte[] check(byte[] body) {
        try {
            if (!(json.readTree(body) instanceof ObjectNode request)) {
                return body;
            }
            JsonNode accepted = request.remove(ACCEPT);
            if (accepted != null && !accepted.isBoolean()) {
                throw Problem.of("bad-field", "Request not understood", UNPROCESSABLE)
                        .withDetail("Field " + ACCEPT + " is neither true nor false.")
                        .with("errors", List.of(new Violation(ACCEPT, "is neither true nor false", "true or false")))
                        .build();
            }
            boolean understood = FIELDS.containsAll(
                    request.properties().stream().map(Map.Entry::getKey).toList());
            if (understood && (accepted == null || !accepted.booleanValue())) {
                filter(request).ifPresent(this::refuseFlood);
            }
            return accepted == null ? body : json.writeValueAsBytes(request);
        } catch (IOException e) {
            return body;
        }
    }

    private Optional<Filter> filter(ObjectNode request) {
        JsonNode events = request.path("events");
        boolean changes = !events.isArray()
                || events.valueStream().anyMatch(one -> one.asText().equals("changes"));
        if (!changes) {
            return Optional.empty();
        }
        try {
            JsonNode asked = request.get("filter");
            FilterFields fields = asked == null ? null : json.treeToValue(asked, FilterFields.class);
            return Filter.read(fields) instanceof Filter.Reading.Good good
                    ? Optional.of(good.filter())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void refuseFlood(Filter filter) {
        Estimate estimate;
        try {
            estimate = estimator.estimate(filter);
        } catch (DatabaseException e) {
            LOG.warnf(e, "A subscription is made without an estimate");
            return;
        }
        if (estimate.perDay() > config.floodPerDay()) {
            String reason = String.format(
                    Locale.ROOT,
                    "would have let through %.0f changes a day (%s), more than %d",
                    estimate.perDay(),
                    estimate.summary(),
                    config.floodPerDay());
            String remedy = "narrow it by platforms, termsTypes, areas, types, minSeverity or directions, or send \""
                    + ACCEPT + "\": true";
            throw Problem.of("flood", "The subscription would be a flood", UNPROCESSABLE)
                    .withDetail("filter " + reason + ": " + remedy)
                    .with("errors", List.of(new Violation("filter", reason, remedy)))
                    .with("estimate", estimate)
                    .build();
        }
    }
}
