package dev.clausewatch.alert.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How deliveries are sent and retried. */
@ConfigMapping(prefix = "clausewatch.delivery")
public interface DeliveryConfig {

    /** Whether this process sends; another one may do it. */
    @WithDefault("true")
    boolean enabled();

    /** The wait before each attempt, the first one included: as many attempts as entries. */
    @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retrySchedule();

    /** Up to this share of a wait is added at random, so that retries do not arrive all at once. */
    @WithDefault("0.1")
    double jitter();

    /** The longest wait that a receiver may ask for with {@code Retry-After}. */
    @WithDefault("24h")
    Duration longestRetryAfter();

    /** How many attempts are made at once at most, to endpoints that answer promptly. */
    @WithDefault("64")
    int inFlight();

    /** How many of them go to one subscription at most. */
    @WithDefault("4")
    int inFlightPerSubscription();

    /** How many go to one host at most; the same number again to endpoints of it that are new, slow or failing. */
    @WithDefault("48")
    int inFlightPerHost();

    /** How many attempts are made at once at most, beside the others, to endpoints that are new, slow or failing; one to each. */
    @WithDefault("256")
    int inFlightSlow();

    /** An endpoint is slow whose answer takes so long, whatever it is. */
    @WithDefault("1s")
    Duration slowAfter();

    /** How long a delivery belongs to the process that took it; longer than the webhook timeout. */
    @WithDefault("30s")
    Duration lease();

    /** How often the queue is looked at when nothing says that there is something in it. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How long attempts under way may take to end when the service stops. */
    @WithDefault("20s")
    Duration stopTimeout();
}
