package dev.clausewatch.runtime.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.NewerSchema;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.servers.Broker;
import dev.clausewatch.servers.Ports;
import dev.clausewatch.servers.TopicProvisioner;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, which goes away and comes back. */
@QuarkusTest
@WithKafka
@WithPostgres
@Timeout(90)
class BrokerOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String run = UUID.randomUUID().toString();
    private final List<Integer> ports = Ports.free(2);

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @Inject
    NewerSchema schema;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TempDir
    Path data;

    @Test
    void aPollThatWasStoredWaitsForTheBrokerAndBecomesNoDeadLetter() throws Exception {
        Event event = Polls.event("waiting/" + run);
        InFlightPolls polls = new InFlightPolls(new LoopWatch(System::nanoTime));
        EventPublisher publisher = publisher();
        EventInbox inbox = new EventInbox(
                publisher,
                new DeadLetters(publisher, "classifier-service"),
                new RetryUntilAvailable(new QuickMessaging(), database, polls, schema),
                polls,
                new SimpleMeterRegistry());
        CompletableFuture<Void> poll =
                CompletableFuture.runAsync(() -> inbox.process(Polls.poll(event), new PassingOn(dataSource)));
        await().atMost(PATIENCE).until(() -> stored(event) == 1);

        try (Broker broker = start();
                KafkaProbe kafka = new KafkaProbe(broker.bootstrapServers())) {
            poll.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertEquals(
                    List.of(event),
                    kafka.events(Topic.CLASSIFICATIONS).stream().distinct().toList());
            assertEquals(List.of(), kafka.deadLetters(Topic.CHANGES, Service.CLASSIFIER));
            publisher.close();
        }
        assertEquals(1, stored(event));
    }

    @Test
    void thePublisherTellsOfAnOutageAndGoesOnInOrderAfterIt() throws IOException {
        List<Event> before = events("before");
        List<Event> after = events("after");
        EventPublisher publisher = publisher();
        try (Broker leaving = start()) {
            publishWhenItAnswers(publisher, before);
            assertTrue(leaving.bootstrapServers().endsWith(":" + ports.get(0)));
        }
        assertThrows(BrokerUnavailableException.class, () -> publisher.publish(publications(after)));

        try (Broker broker = start();
                KafkaProbe kafka = new KafkaProbe(broker.bootstrapServers())) {
            publishWhenItAnswers(publisher, after);
            assertEquals(before, last(before.size(), kafka.events(Topic.CLASSIFICATIONS, "before/" + run)));
            assertEquals(after, last(after.size(), kafka.events(Topic.CLASSIFICATIONS, "after/" + run)));
            publisher.close();
        }
    }

    /** A publisher gives up after a second, and a broker on a busy machine may need longer at first. */
    private static void publishWhenItAnswers(EventPublisher publisher, List<Event> events) {
        await().atMost(PATIENCE)
                .ignoreException(BrokerUnavailableException.class)
                .until(() -> publish(publisher, events));
    }

    private static boolean publish(EventPublisher publisher, List<Event> events) {
        publisher.publish(publications(events));
        return true;
    }

    /** What the last attempt wrote: of one before it that failed, any part may stand in front. */
    private static List<Event> last(int count, List<Event> written) {
        return written.subList(Math.max(0, written.size() - count), written.size());
    }

    private List<Event> events(String name) {
        return IntStream.range(0, 20)
                .mapToObj(i -> Polls.event(name + "/" + run, "Number " + i))
                .toList();
    }

    private static List<Publication> publications(List<Event> events) {
        return events.stream()
                .map(event -> new Publication(Topic.CLASSIFICATIONS, event))
                .toList();
    }

    private Broker start() throws IOException {
        Broker broker = Broker.start(data, ports.get(0), ports.get(1));
        try {
            TopicProvisioner.local(broker.bootstrapServers()).provision();
        } catch (RuntimeException e) {
            // Left running, it would end the whole process as soon as its folder is deleted.
            broker.close();
            throw e;
        }
        return broker;
    }

    private EventPublisher publisher() {
        return new EventPublisher(
                Map.of("bootstrap.servers", "127.0.0.1:" + ports.get(0)), new QuickMessaging(Duration.ofSeconds(1)));
    }

    private int stored(Event event) {
        return new TestDatabase(url)
                .texts("select event_key from handled_event where event_id = ?", event.id())
                .size();
    }
}
