package dev.clausewatch.gateway.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures how many records of each topic the read model has not taken in: what the consumer lag of the other services is. All replicas tell
 * the same; not a number while the broker does not answer.
 */
@ApplicationScoped
class ReadModelLagSchedule {

    private final Supplier<ReadModel.State> state;
    private volatile Map<String, Long> lags = Map.of();

    @Inject
    ReadModelLagSchedule(ReadModel readModel, MeterRegistry meters) {
        this(readModel::state, meters);
    }

    ReadModelLagSchedule(Supplier<ReadModel.State> state, MeterRegistry meters) {
        this.state = state;
        ReadModel.topics()
                .forEach(topic -> Gauge.builder("clausewatch.consumer.lag", this, lag -> lag.of(topic))
                        .tag("topic", topic)
                        .register(meters));
    }

    private double of(String topic) {
        Long lag = lags.get(topic);
        return lag == null ? Double.NaN : lag;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        Map<String, Long> now = new HashMap<>();
        for (ReadModel.TopicState topic : state.get().topics()) {
            Long lag = topic.lag();
            if (lag != null) {
                now.put(topic.topic(), lag);
            }
        }
        lags = Map.copyOf(now);
    }
}
