package dev.clausewatch.runtime.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Graceful shutdown of consumers: stop polling, finish the polls in flight, then close everything else. */
@ApplicationScoped
class GracefulStop {

    private static final Logger LOG = Logger.getLogger(GracefulStop.class);
    private static final Duration PAUSE_PATIENCE = Duration.ofSeconds(2);

    private final KafkaClientService clients;
    private final InFlightPolls polls;
    private final MessagingConfig config;

    GracefulStop(KafkaClientService clients, InFlightPolls polls, MessagingConfig config) {
        this.clients = clients;
        this.polls = polls;
        this.config = config;
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) ShutdownEvent event) {
        for (String channel : clients.getConsumerChannels()) {
            clients.getConsumers(channel).forEach(consumer -> pause(channel, consumer));
        }
        if (!polls.drain(config.drain())) {
            LOG.warn("A poll in hand did not end in time: it is not acknowledged and comes again");
        }
    }

    /** A channel that cannot be paused must not keep the others, and what stops after them, from stopping. */
    private static void pause(String channel, KafkaConsumer<?, ?> consumer) {
        try {
            consumer.pause().await().atMost(PAUSE_PATIENCE);
        } catch (RuntimeException e) {
            LOG.warnf("A channel is not paused channel=%s: %s", channel, e);
        }
    }
}
