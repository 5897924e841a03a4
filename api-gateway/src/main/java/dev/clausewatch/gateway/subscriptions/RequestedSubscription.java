package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * What a request would make of a subscription.
 *
 * @param body the request for alert-service
 * @param filter its filter; absent where alert-service will refuse the request
 * @param changes whether it hears of changes
 * @param acceptsFlood whether as many may come as will
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on as it is, never compared.
record RequestedSubscription(byte[] body, @Nullable Filter filter, boolean changes, boolean acceptsFlood) {

    /** The filter, when changes come through it. */
    @Nullable
    Filter ofChanges() {
        return changes ? filter : null;
    }
}
