package dev.clausewatch.alert.subscription;

import dev.clausewatch.runtime.http.CallerHeaders;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the caller may do with a subscription: all with those that its key made, and with any where it administers. Of others it does not see
 * where messages go and what receivers answer.
 */
@RequestScoped
public class SubscriptionAccess {

    private final HttpHeaders headers;

    SubscriptionAccess(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The caller's key; absent for a service. */
    @Nullable
    String key() {
        return headers.getHeaderString(CallerHeaders.KEY);
    }

    /** Whether it is the caller's. */
    public boolean owns(Subscription subscription) {
        String key = key();
        return key == null
                || key.equals(subscription.owner())
                || Boolean.parseBoolean(headers.getHeaderString(CallerHeaders.ADMIN));
    }

    /** Refuses (403) what only the owner may do. */
    public void requireOwner(Subscription subscription) {
        if (!owns(subscription)) {
            throw HttpProblem.builder()
                    .withTitle("Not your subscription")
                    .withStatus(Response.Status.FORBIDDEN)
                    .withDetail("Another key made it; that key may do this, or one with scope \"admin\".")
                    .build();
        }
    }
}
