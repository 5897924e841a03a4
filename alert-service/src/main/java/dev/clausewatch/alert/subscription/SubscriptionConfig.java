package dev.clausewatch.alert.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept of subscriptions. */
@ConfigMapping(prefix = "clausewatch.subscription")
interface SubscriptionConfig {

    /** So many there may be: the filters of all are kept in memory. */
    @WithDefault("10000")
    long most();
}
