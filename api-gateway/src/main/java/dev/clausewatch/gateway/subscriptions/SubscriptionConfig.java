package dev.clausewatch.gateway.subscriptions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is asked of new subscriptions. */
@ConfigMapping(prefix = "clausewatch.subscriptions")
interface SubscriptionConfig {

    /** A filter that would have let through more changes a day than this is refused, unless the request accepts it. */
    @WithDefault("100")
    int floodPerDay();
}
