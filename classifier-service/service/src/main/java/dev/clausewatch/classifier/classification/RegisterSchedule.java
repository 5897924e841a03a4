package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventPublisher;
import dev.clausewatch.runtime.messaging.Publication;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Publishes the register once after each start, as the same event for the same rule set; as long as the broker or the database is
 * away, it tries again.
 */
@ApplicationScoped
class RegisterSchedule {

    private static final Logger LOG = Logger.getLogger(RegisterSchedule.class);

    private final Classifier classifier;
    private final RegisterReleaseRepository releases;
    private final EventPublisher publisher;
    private final Clock clock;
    private final AtomicBoolean published = new AtomicBoolean();

    RegisterSchedule(Classifier classifier, RegisterReleaseRepository releases, EventPublisher publisher, Clock clock) {
        this.classifier = classifier;
        this.releases = releases;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Scheduled(
            identity = "publish-register",
            every = "${clausewatch.register.retry-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void publish() {
        if (published.get()) {
            return;
        }
        try {
            String version = classifier.ruleset().version();
            publisher.publish(
                    List.of(new Publication(Topic.REGISTER, event(releases.releasedAt(version, clock.instant())))));
            published.set(true);
            LOG.infof("Published the register ruleset=%s", version);
        } catch (RuntimeException e) {
            // A timer's edge: whatever it is, the next tick tries again.
            LOG.warnf("The register could not be published and will be tried again reason=%s", e.getMessage());
        }
    }

    private Event event(Instant publishedAt) {
        Register register = classifier.register();
        RegisterPublished data = new RegisterPublished(
                classifier.ruleset(),
                publishedAt,
                register.types(),
                register.areas(),
                register.instruments(),
                register.analyses());
        return new Event(
                Ids.event(EventType.REGISTER_PUBLISHED, data.key()), publishedAt, Classifications.SOURCE, data);
    }
}
