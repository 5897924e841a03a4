package dev.clausewatch.alert.ledger;

import dev.clausewatch.alert.subscription.SubscriptionStateChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Holds the deliveries of a subscription when it is paused, releases them when it is resumed, and cancels them when it is deleted. */
@ApplicationScoped
class SubscriptionStateObserver {

    private final DeliveryRepository deliveries;
    private final Clock clock;

    SubscriptionStateObserver(DeliveryRepository deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    void follow(@Observes SubscriptionStateChanged change) {
        switch (change.state()) {
            case ACTIVE -> deliveries.release(change.subscriptionId());
            case PAUSED -> deliveries.hold(change.subscriptionId());
            case DELETED -> deliveries.cancelAll(change.subscriptionId(), clock.instant());
        }
    }
}
