package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.time.Backoff;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Readiness check: the broker has every topic that this service reads or writes, and its dead-letter topics. Topics are never auto-created,
 * so without this check events would wait without a visible reason.
 */
@Readiness
@ApplicationScoped
class TopicsCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(TopicsCheck.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Map<String, Object> connection;
    private final Backoff backoff;
    private final Set<String> needed;
    private volatile Set<String> missing;

    /** Takes every {@code kafka.*} setting, so that TLS and passwords reach this client too. */
    TopicsCheck(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            MessagingConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.connection = Map.copyOf(connection);
        this.backoff = new Backoff(config.firstWait(), config.longestWait());
        this.needed = Topic.neededBy(Service.byLabel(service));
        this.missing = needed;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("topics").start(this::awaitAll);
    }

    /** Looks again and again until every topic is there; once there, they stay. */
    private void awaitAll() {
        try {
            for (int looks = 1; !look(); looks++) {
                Thread.sleep(backoff.after(looks));
            }
        } catch (InterruptedException e) {
            LOG.debug("Told to stop");
        }
    }

    /** Asks the broker once; true when nothing is missing. */
    boolean look() throws InterruptedException {
        try (Admin admin = Admin.create(connection)) {
            Set<String> there = admin.listTopics().names().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            Set<String> absent = new TreeSet<>(needed);
            absent.removeAll(there);
            missing = absent;
            if (!absent.isEmpty()) {
                LOG.warnf("Waiting for topics that the deployment has to create missing=%s", absent);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf("The broker does not say which topics it has: %s", e);
        }
        return missing.isEmpty();
    }

    @Override
    public HealthCheckResponse call() {
        Set<String> absent = missing;
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("topics").status(absent.isEmpty());
        if (!absent.isEmpty()) {
            answer.withData("missing", String.join(" ", absent));
        }
        return answer.build();
    }
}
