package dev.clausewatch.gateway.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadModelLagScheduleTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void tellsHowMuchOfEachTopicIsNotReadAndNothingWhileTheBrokerIsAway() {
        AtomicReference<ReadModel.State> state = new AtomicReference<>(state(7L));
        ReadModelLagSchedule lag = new ReadModelLagSchedule(state::get, meters);
        assertTrue(Double.isNaN(changes()), "nothing is known before it is measured");

        lag.measure();
        assertEquals(7, changes());
        assertEquals(100, figure("clausewatch.consumer.position"));

        state.set(state(null));
        lag.measure();
        assertTrue(Double.isNaN(changes()), "an old figure would look like a read model that keeps up");
    }

    @Test
    void hasAFigureForEveryTopicThatItReads() {
        ReadModelLagSchedule lag = new ReadModelLagSchedule(() -> state(0L), meters);
        for (Topic topic : Topic.values()) {
            assertEquals(
                    1,
                    meters.get("clausewatch.consumer.lag")
                            .tag("topic", topic.topicName())
                            .gauges()
                            .size(),
                    lag.toString());
        }
    }

    private double changes() {
        return figure("clausewatch.consumer.lag");
    }

    private double figure(String meter) {
        return meters.get(meter).tag("topic", Topic.CHANGES.topicName()).gauge().value();
    }

    private static ReadModel.State state(@Nullable Long lag) {
        return new ReadModel.State(false, List.of(new ReadModel.TopicState(Topic.CHANGES.topicName(), 100, lag)));
    }
}
