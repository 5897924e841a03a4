package dev.clausewatch.gateway.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures how many records of each topic the read model has not taken in, and the sum of the offsets that it has: what the consumer lag and
 * position of the other services are. All replicas tell the same; the lag is not a number while the broker does not answer.
 */
@ApplicationScoped
class ReadModelLagSchedule {

    private final Supplier<ReadModel.State> state;
    private volatile Map<String, ReadModel.TopicState> topics = Map.of();

    @Inject
    ReadModelLagSchedule(ReadModel readModel, MeterRegistry meters) {
        this(readModel::state, meters);
    }

    ReadModelLagSchedule(Supplier<ReadModel.State> state, MeterRegistry meters) {
        this.state = state;
        ReadModel.topics().forEach(topic -> {
            Gauge.builder("clausewatch.consumer.lag", this, measured -> measured.lag(topic))
                    .tag("topic", topic)
                    .register(meters);
            Gauge.builder("clausewatch.consumer.position", this, measured -> measured.position(topic))
                    .tag("topic", topic)
                    .register(meters);
        });
    }

    private double lag(String topic) {
        ReadModel.TopicState measured = topics.get(topic);
        Long lag = measured == null ? null : measured.lag();
        return lag == null ? Double.NaN : lag;
    }

    private double position(String topic) {
        ReadModel.TopicState measured = topics.get(topic);
        return measured == null ? Double.NaN : measured.read();
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        topics = state.get().topics().stream()
                .collect(Collectors.toUnmodifiableMap(ReadModel.TopicState::topic, topic -> topic));
    }
}
