package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.NewerSchema;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.NewerRelease;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing that comes in is lost, nothing is stored twice, and one bad record costs itself only. */
@QuarkusTest
@WithKafka
@WithPostgres
@Timeout(60)
class EventInboxTest {

    private final String run = UUID.randomUUID().toString();
    private final KafkaProbe kafka = new KafkaProbe();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InFlightPolls polls = new InFlightPolls(new LoopWatch(System::nanoTime));

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @Inject
    NewerSchema schema;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private @Nullable EventPublisher publisher;

    @AfterEach
    void close() {
        kafka.close();
        EventPublisher opened = publisher;
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void storesAPollInOneTransactionAndPublishesItInOrder() {
        PassingOn stage = new PassingOn(dataSource);
        inbox().process(Polls.poll(event("a"), event("b")), stage);
        assertEquals(List.of("decide " + keys("a", "b"), "store " + keys("a", "b")), stage.steps);
        assertEquals(List.of(event("a"), event("b")), stored("a", "b"));
        assertEquals(List.of(event("a")), published("a"));
        assertEquals(List.of(event("b")), published("b"));
    }

    @Test
    void aPollThatComesAgainWritesNothingNewAndPublishesTheSameEventsAgain() {
        inbox().process(Polls.poll(event("again")), new PassingOn(dataSource));
        inbox().process(Polls.poll(event("again")), new PassingOn(dataSource));
        assertEquals(List.of(event("again")), stored("again"));
        assertEquals(List.of(event("again"), event("again")), published("again"));
    }

    @Test
    void whatWasStoredBeforeACrashIsPublishedWhenThePollComesAgain() {
        // The process dies between the commit and the publication: the broker is away, and the wait for it is ended by
        // the stop.
        EventPublisher away = new EventPublisher(
                Map.of("bootstrap.servers", "127.0.0.1:1"), new QuickMessaging(Duration.ofMillis(200)));
        RetryUntilAvailable dying = retry();
        dying.stop(new ShutdownEvent());
        EventInbox crashing = new EventInbox(away, letters(away), dying, polls, meters);
        assertThrows(
                RetryUntilAvailable.StoppingException.class,
                () -> crashing.process(Polls.poll(event("crash")), new PassingOn(dataSource)));
        away.close();
        assertEquals(List.of(event("crash")), stored("crash"));
        assertEquals(List.of(), published("crash"));

        inbox().process(Polls.poll(event("crash")), new PassingOn(dataSource));
        assertEquals(List.of(event("crash")), stored("crash"));
        assertEquals(List.of(event("crash")), published("crash"));
        assertEquals(List.of(), buried());
    }

    @Test
    void aCommitThatFailsForATransientReasonIsMadeAgainAndNothingIsPublishedBefore() {
        rows().run("""
                alter sequence commits restart;
                create function fail_first_commit() returns trigger language plpgsql as $$
                begin
                    if nextval('commits') = 1 then
                        raise exception 'cannot serialize' using errcode = '40001';
                    end if;
                    return null;
                end $$;
                create constraint trigger fail_first_commit after insert on handled_event
                    deferrable initially deferred for each row execute function fail_first_commit()""");
        PassingOn stage = new PassingOn(dataSource);
        try {
            inbox().process(Polls.poll(event("commit"), event("too")), stage);
        } finally {
            rows().run("drop trigger fail_first_commit on handled_event; drop function fail_first_commit");
        }
        assertEquals(
                List.of(
                        "decide " + keys("commit", "too"),
                        "store " + keys("commit", "too"),
                        "decide " + keys("commit", "too"),
                        "store " + keys("commit", "too")),
                stage.steps);
        assertEquals(List.of(event("commit"), event("too")), stored("commit", "too"));
        assertEquals(List.of(event("commit")), published("commit"));
        assertEquals(List.of(), buried());
    }

    @Test
    void aConnectionThatDiesBeforeTheCommitCostsNothing() {
        PassingOn stage = new PassingOn(dataSource) {
            private boolean died;

            @Override
            void store(Event event) {
                super.store(event);
                if (!died) {
                    died = true;
                    rows().end(pid());
                }
            }
        };
        inbox().process(Polls.poll(event("dies")), stage);
        assertEquals(List.of(event("dies")), stored("dies"));
        assertEquals(List.of(event("dies")), published("dies"));
        assertEquals(List.of(), buried());
    }

    @Test
    void waitsWhileTheDatabaseRefusesConnectionsAndBuriesNothing() {
        PassingOn stage = new PassingOn(dataSource) {
            @Override
            public EventInbox.Storing decide(List<Event> events) {
                EventInbox.Storing storing = super.decide(events);
                if (decisions() == 3) {
                    rows().comeBack();
                }
                return storing;
            }
        };
        rows().goAway();
        try {
            inbox().process(Polls.poll(event("refused")), stage);
        } finally {
            rows().comeBack();
        }
        assertTrue(stage.decisions() >= 3);
        assertEquals(List.of(event("refused")), stored("refused"));
        assertEquals(List.of(event("refused")), published("refused"));
        assertEquals(List.of(), buried());
    }

    @Test
    void waitsWhileANewerSchemaRefusesWhatItWritesAndBuriesNothing() {
        PassingOn stage = new PassingOn(dataSource) {
            @Override
            public EventInbox.Storing decide(List<Event> events) {
                EventInbox.Storing storing = super.decide(events);
                if (decisions() == 3) {
                    assertTrue(schema.isWaitedFor());
                    rows().run("alter table handled_event drop constraint newer");
                }
                return storing;
            }
        };
        try (NewerRelease newer = new NewerRelease("alter table handled_event drop constraint if exists newer")) {
            newer.run("alter table handled_event add constraint newer check (event_key = 'newer') not valid");
            inbox().process(Polls.poll(event("newer")), stage);
        }
        assertEquals(3, stage.decisions());
        assertEquals(List.of(event("newer")), stored("newer"));
        assertEquals(List.of(), buried());
    }

    @Test
    void whatCannotBeReadIsBuriedInItsTurnAsItCame() {
        PassingOn stage = new PassingOn(dataSource);
        ProducerRecord<String, byte[]> unreadable = Polls.unreadable(key("bad"));
        inbox().process(
                        Polls.poll(List.of(Polls.record(event("before")), unreadable, Polls.record(event("after")))),
                        stage);
        assertEquals(
                List.of(
                        "decide " + keys("before"),
                        "store " + keys("before"),
                        "buried " + key("bad"),
                        "decide " + keys("after"),
                        "store " + keys("after")),
                stage.steps);
        ConsumerRecord<String, byte[]> letter = letters().getFirst();
        assertEquals(key("bad"), letter.key());
        assertArrayEquals(unreadable.value(), letter.value());
        assertEquals("header ce_specversion is missing", header(letter, "dead-letter-reason"));
        assertEquals(Topic.CHANGES.topicName(), header(letter, "dead-letter-topic"));
        assertEquals(Integer.toString(Polls.PARTITION), header(letter, "dead-letter-partition"));
        assertEquals(Long.toString(Polls.FIRST_OFFSET + 1), header(letter, "dead-letter-offset"));
        assertEquals(1, meters.counter("clausewatch.events.dead").count());
    }

    @Test
    void anEventThatTheStageCannotProcessIsBuriedAloneAndTheOthersGoOn() {
        PassingOn stage = new PassingOn(dataSource) {
            @Override
            void store(Event event) {
                if (event.data().key().equals(key("poison"))) {
                    throw new IllegalStateException("a defect");
                }
                super.store(event);
            }
        };
        inbox().process(Polls.poll(event("one"), event("poison"), event("two")), stage);
        assertEquals(List.of(event("one"), event("two")), stored("one", "two", "poison"));
        assertEquals(List.of(key("poison")), buried());
        assertEquals(List.of(), published("poison"));
        assertEquals(List.of(event("two")), published("two"));
    }

    @Test
    void anEventThatTheDatabaseRefusesIsBuriedAloneAndTheOthersGoOn() {
        PassingOn stage = new PassingOn(dataSource) {
            @Override
            void store(Event event) {
                super.store(event);
                if (event.data().key().equals(key("refused"))) {
                    // No key at all, which a constraint of the table forbids.
                    insert("keyless/" + run, "");
                }
            }
        };
        inbox().process(Polls.poll(event("one"), event("refused"), event("two")), stage);
        assertEquals(List.of(event("one"), event("two")), stored("one", "two", "refused"));
        assertEquals(List.of(key("refused")), buried());
    }

    @Test
    void anErrorBuriesItsEventAndMemoryThatRunsOutBuriesNothing() {
        PassingOn overflowing = failing(new StackOverflowError());
        inbox().process(Polls.poll(event("overflow")), overflowing);
        assertEquals(List.of(key("overflow")), buried());

        PassingOn exhausted = failing(new OutOfMemoryError("tried"));
        assertThrows(OutOfMemoryError.class, () -> inbox().process(Polls.poll(event("memory")), exhausted));
        assertEquals(List.of(key("overflow")), buried());
    }

    @Test
    void anAnswerThatIsTooLargeBuriesItsCauseAndNothingOfItIsStored() {
        PassingOn stage = new PassingOn(dataSource) {
            @Override
            Publication publication(Event event) {
                return event.data().key().equals(key("large"))
                        ? new Publication(
                                Topic.CLASSIFICATIONS, Polls.event(key("large"), "x".repeat(Limits.EVENT_BYTES)))
                        : super.publication(event);
            }
        };
        inbox().process(Polls.poll(event("large"), event("small")), stage);
        assertEquals(List.of(event("small")), stored("small", "large"));
        assertEquals(List.of(key("large")), buried());
        assertEquals(List.of(), published("large"));
    }

    @Test
    void aPollIsTakenInSlicesThatFitIntoMemory() {
        String large = "x".repeat(Limits.EVENT_BYTES / 2);
        PassingOn stage = new PassingOn(dataSource);
        inbox().process(
                        Polls.poll(Polls.event(key("one"), large), Polls.event(key("two"), large), event("three")),
                        stage);
        assertEquals(
                List.of(
                        "decide " + keys("one"),
                        "store " + keys("one"),
                        "decide " + keys("two", "three"),
                        "store " + keys("two", "three")),
                stage.steps);
    }

    @Test
    void eventsOfOtherTypesArePassedOverUnread() {
        PassingOn stage = new PassingOn(dataSource);
        inbox().process(
                        Polls.poll(List.of(Polls.unreadable(key("other")), Polls.record(event("other")))),
                        Set.of(EventType.CHANGE_DETECTED),
                        stage);
        assertEquals(List.of(), stage.steps);
        assertEquals(List.of(), buried());
    }

    @Test
    void aTypeOfANewerReleaseIsPassedOver() {
        ProducerRecord<String, byte[]> newer = Polls.record(event("type"));
        newer.headers()
                .remove("ce_type")
                .add("ce_type", "dev.clausewatch.change.foreseen.v1".getBytes(StandardCharsets.UTF_8));
        PassingOn stage = new PassingOn(dataSource);
        inbox().process(Polls.poll(List.of(newer, Polls.record(event("known")))), stage);
        assertEquals(List.of(event("known")), stored("type", "known"));
        assertEquals(List.of(), buried());
    }

    @Test
    void aRecordWithoutAKeyIsBuriedAndNoDocumentHearsOfIt() {
        ProducerRecord<String, byte[]> keyless = new ProducerRecord<>(
                Topic.CHANGES.topicName(), null, ("no event " + run).getBytes(StandardCharsets.UTF_8));
        PassingOn stage = new PassingOn(dataSource);
        inbox().process(Polls.poll(List.of(keyless)), stage);
        assertEquals(List.of(), stage.steps);
        assertEquals(
                1,
                kafka.deadLetters(Topic.CHANGES, Service.CLASSIFIER).stream()
                        .filter(letter -> Arrays.equals(letter.value(), keyless.value()))
                        .count());
    }

    @Test
    void aServiceThatStopsTakesNoOtherPoll() throws InterruptedException {
        assertTrue(polls.drain(Duration.ZERO));
        PassingOn stage = new PassingOn(dataSource);
        Thread reader = Thread.ofPlatform()
                .unstarted(() -> assertThrows(
                        RetryUntilAvailable.StoppingException.class,
                        () -> inbox().process(Polls.poll(event("late")), stage)));
        assertEquals(List.of(), failures(reader));
        assertEquals(List.of(), stage.steps);
        assertEquals(List.of(), stored("late"));
    }

    @Test
    void aDefectWhileTheServiceStopsBuriesNothing() {
        // What a service that is being torn down throws says nothing about the event.
        RetryUntilAvailable stopping = retry();
        stopping.stop(new ShutdownEvent());
        EventInbox inbox = new EventInbox(publisher(), letters(publisher()), stopping, polls, meters);
        assertThrows(
                RetryUntilAvailable.StoppingException.class,
                () -> inbox.process(
                        Polls.poll(event("stop")), failing(new IllegalStateException("the container is closed"))));
        assertEquals(List.of(), buried());
    }

    @Test
    void manyEventsOfOneDocumentStayInOrder() {
        List<Event> events = IntStream.range(0, 200)
                .mapToObj(i -> Polls.event(key("order"), "Number " + i))
                .toList();
        inbox().process(Polls.poll(events.toArray(Event[]::new)), new PassingOn(dataSource));
        assertEquals(events, published("order"));
    }

    @Test
    void decidesOutsideTheTransactionAndStoresInside() {
        List<Boolean> inTransaction = new ArrayList<>();
        inbox().process(Polls.poll(event("transaction")), events -> {
            inTransaction.add(isInTransaction());
            return () -> {
                inTransaction.add(isInTransaction());
                return List.of();
            };
        });
        assertEquals(List.of(false, true), inTransaction);
    }

    @Test
    void anOutdatedDecisionIsMadeAnewAndNothingOfItIsStored() {
        PassingOn stage = new PassingOn(dataSource) {
            @Override
            void store(Event event) {
                insert(decisions() + "/" + run, event.data().key());
                if (decisions() < 3) {
                    throw new OutdatedDecisionException("somebody else was quicker");
                }
            }
        };
        inbox().process(Polls.poll(event("outdated")), stage);
        assertEquals(
                List.of("3/" + run),
                rows().texts("select event_id from handled_event where event_key = ?", key("outdated")));
        assertEquals(List.of(event("outdated")), published("outdated"));
    }

    @Test
    void eventsThatDoNotJoinAreDecidedAfterThoseBeforeThemAreStored() {
        PassingOn stage = new PassingOn(dataSource) {
            @Override
            public boolean joins(Event next, List<Event> events) {
                return false;
            }
        };
        inbox().process(Polls.poll(event("one"), event("two")), stage);
        assertEquals(
                List.of(
                        "decide " + keys("one"),
                        "store " + keys("one"),
                        "decide " + keys("two"),
                        "store " + keys("two")),
                stage.steps);
    }

    private boolean isInTransaction() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    private PassingOn failing(Throwable failure) {
        return new PassingOn(dataSource) {
            @Override
            public EventInbox.Storing decide(List<Event> events) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
    }

    private EventInbox inbox() {
        return new EventInbox(publisher(), letters(publisher()), retry(), polls, meters);
    }

    private EventPublisher publisher() {
        EventPublisher opened = publisher;
        if (opened == null) {
            opened = new EventPublisher(Map.of("bootstrap.servers", broker), new QuickMessaging());
            publisher = opened;
        }
        return opened;
    }

    private TestDatabase rows() {
        return new TestDatabase(url);
    }

    private static DeadLetters letters(EventPublisher publisher) {
        return new DeadLetters(publisher, "classifier-service");
    }

    private RetryUntilAvailable retry() {
        return new RetryUntilAvailable(new QuickMessaging(), database, polls, schema);
    }

    /** What a thread failed with, once it has ended. */
    private static List<Throwable> failures(Thread thread) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        return failures;
    }

    /** The process of the server that works for this transaction. */
    private int pid() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String key(String name) {
        return name + "/" + run;
    }

    private List<String> keys(String... names) {
        return Arrays.stream(names).map(this::key).toList();
    }

    private Event event(String name) {
        return Polls.event(key(name));
    }

    /** The events of these documents that are stored, in the order of the names. */
    private List<Event> stored(String... names) {
        List<String> ids = rows().texts("select event_id from handled_event where event_key like ?", "%" + run);
        return Arrays.stream(names)
                .map(this::event)
                .filter(event -> ids.contains(event.id()))
                .toList();
    }

    private List<Event> published(String name) {
        return kafka.events(Topic.CLASSIFICATIONS, key(name));
    }

    private List<ConsumerRecord<String, byte[]>> letters() {
        return kafka.deadLetters(Topic.CHANGES, Service.CLASSIFIER).stream()
                .filter(letter -> letter.key() != null && letter.key().endsWith(run))
                .toList();
    }

    private List<String> buried() {
        return letters().stream().map(ConsumerRecord::key).toList();
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }
}
