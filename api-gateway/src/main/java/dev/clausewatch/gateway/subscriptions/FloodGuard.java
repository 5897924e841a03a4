package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.filter.Filter;
import dev.clausewatch.runtime.database.DatabaseException;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Refuses a subscription through which more would come than anybody reads, unless the request accepts that. */
@ApplicationScoped
class FloodGuard {

    private static final Logger LOG = Logger.getLogger(FloodGuard.class);
    private static final int UNPROCESSABLE = 422;

    private final Estimator estimator;
    private final EstimateTurns turns;
    private final SubscriptionConfig config;

    FloodGuard(Estimator estimator, EstimateTurns turns, SubscriptionConfig config) {
        this.estimator = estimator;
        this.turns = turns;
        this.config = config;
    }

    /** Looks at a new one; answers what would have come through it, where that was looked up. */
    Optional<Estimate> check(RequestedSubscription asked) {
        return asked.acceptsFlood() ? Optional.empty() : look(asked.ofChanges(), null);
    }

    /** Looks at a changed one, through which no more may come than before where that is a flood already. */
    Optional<Estimate> check(RequestedSubscription asked, RequestedSubscription before) {
        Filter filter = asked.ofChanges();
        return asked.acceptsFlood() || filter == null || Objects.equals(filter, before.ofChanges())
                ? Optional.empty()
                : look(filter, before.ofChanges());
    }

    private Optional<Estimate> look(@Nullable Filter filter, @Nullable Filter before) {
        if (filter == null) {
            return Optional.empty();
        }
        try {
            Estimate estimate = turns.waitFor(() -> estimator.estimate(filter));
            if (estimate.perDay() > config.floodPerDay() && !cameBefore(estimate, before)) {
                throw flood(estimate);
            }
            return Optional.of(estimate);
        } catch (DatabaseException e) {
            LOG.warnf(e, "A subscription is taken without an estimate");
            return Optional.empty();
        }
    }

    private boolean cameBefore(Estimate estimate, @Nullable Filter before) {
        return before != null && turns.waitFor(() -> estimator.estimate(before)).perDay() >= estimate.perDay();
    }

    private HttpProblem flood(Estimate estimate) {
        String reason = String.format(
                Locale.ROOT,
                "would have let through %.0f changes a day (%s), more than %d",
                estimate.perDay(),
                estimate.summary(),
                config.floodPerDay());
        String remedy = "narrow it by platforms, termsTypes, areas, types, minSeverity or directions, or send \""
                + SubscriptionRequests.ACCEPT_FLOOD + "\": true";
        return Problem.of("flood", "The subscription would be a flood", UNPROCESSABLE)
                .withDetail("filter " + reason + ": " + remedy)
                .with("errors", List.of(new Violation("filter", reason, remedy)))
                .with("estimate", estimate)
                .build();
    }
}
