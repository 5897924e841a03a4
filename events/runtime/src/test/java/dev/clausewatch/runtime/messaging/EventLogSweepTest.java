package dev.clausewatch.runtime.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was committed to the event log is published, in order, by whichever replica lives. */
@QuarkusTest
@WithKafka
@WithPostgres
@Timeout(60)
class EventLogSweepTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The lock of a sweep: "CWEL" in ASCII. */
    private static final long LOCK = 0x4357454CL;

    private final String run = UUID.randomUUID().toString();
    private final KafkaProbe kafka = new KafkaProbe();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<EventLogSweep> started = new ArrayList<>();

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    private @Nullable EventPublisher publisher;

    @BeforeEach
    void empty() {
        rows().run("delete from event_log");
    }

    @AfterEach
    void close() {
        started.forEach(sweep -> sweep.stop(new ShutdownEvent()));
        kafka.close();
        EventPublisher opened = publisher;
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void publishesInTheOrderWrittenAndMarksWhatTheBrokerHas() {
        // More than one sweep takes at once.
        List<Event> events = IntStream.range(0, 450)
                .mapToObj(i -> Polls.event(key("order"), "Number " + i))
                .toList();
        append(start(sweep()), events);
        awaitPublished("order", events);
        await().atMost(PATIENCE).until(() -> unpublished().isEmpty());
    }

    @Test
    void publishesNothingOfATransactionThatIsRolledBack() {
        EventLog log = log(start(sweep()));
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    log.append(Topic.CHANGES, event("undone"));
                    throw new IllegalStateException("a defect");
                }));
        QuarkusTransaction.requiringNew().run(() -> log.append(Topic.CHANGES, event("done")));
        awaitPublished("done", List.of(event("done")));
        assertEquals(List.of(), published("undone"));
    }

    @Test
    void anEventIsAppendedWithinATransactionOnly() {
        EventLog log = log(sweep());
        assertThrows(IllegalStateException.class, () -> log.append(Topic.CHANGES, event("alone")));
        assertEquals(List.of(), unpublished());
    }

    @Test
    void theSameEventAppendedAgainIsPublishedOnce() {
        EventLogSweep sweep = start(sweep());
        append(sweep, List.of(event("twice")));
        append(sweep, List.of(event("twice"), event("behind")));
        awaitPublished("behind", List.of(event("behind")));
        assertEquals(List.of(event("twice")), published("twice"));
    }

    @Test
    void anEventThatIsLargerThanTheContractAllowsIsRefusedBeforeAnythingDependsOnIt() {
        EventLog log = log(sweep());
        Event large = Polls.event(key("large"), "x".repeat(Limits.EVENT_BYTES));
        assertThrows(
                RefusedRecordException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> log.append(Topic.CHANGES, large)));
        assertEquals(List.of(), unpublished());
    }

    @Test
    void whatACrashLeftUnmarkedIsPublishedAgainAsTheSameEvent() {
        EventLogSweep first = start(sweep());
        append(first, List.of(event("crash")));
        awaitPublished("crash", List.of(event("crash")));
        first.stop(new ShutdownEvent());
        rows().run("update event_log set published_at = null");

        start(sweep());
        awaitPublished("crash", List.of(event("crash"), event("crash")));
    }

    @Test
    void whatWasCommittedBeforeTheProcessDiedIsPublishedByAnother() {
        append(sweep(), List.of(event("heir")));
        assertEquals(List.of(), published("heir"));
        start(sweep());
        awaitPublished("heir", List.of(event("heir")));
    }

    @Test
    void oneReplicaPublishesAtATime() throws SQLException {
        EventLogSweep waiting = sweep();
        try (Connection other = rows().connect()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            append(waiting, List.of(event("lock")));
            assertEquals(Duration.ofMillis(500), waiting.sweep());
            assertEquals(List.of(), published("lock"));
            other.rollback();
        }
        assertEquals(Duration.ZERO, waiting.sweep());
        assertEquals(List.of(event("lock")), published("lock"));
    }

    @Test
    void whatTheBrokerNeverTakesIsSetAsideWithTheReasonAndHoldsUpNoOther() throws SQLException {
        RefusedRows refused = new RefusedRows(database, meters, new QuickMessaging());
        EventLogSweep sweep = sweep(publisher(), refused);
        write(event("before"));
        // Past the check of the contract, as an earlier release could.
        write(Polls.event(key("huge"), "x".repeat(Limits.RECORD_BYTES)));
        write(event("huge"));
        write(event("after"));
        sweepAll(sweep);

        // What came before it was published with it, and again when each went alone.
        assertEquals(
                List.of(event("before")),
                published("before").stream().distinct().toList());
        assertEquals(List.of(event("huge")), published("huge"));
        assertEquals(List.of(event("after")), published("after"));
        assertEquals(1, setAside().size());
        assertTrue(setAside().getFirst().contains("larger than"), setAside().getFirst());
        assertEquals(1, meters.get("clausewatch.event.log.refused").gauge().value());

        sweepAll(sweep);
        assertEquals(List.of(event("huge")), published("huge"));
        assertEquals(1, setAside().size());
    }

    @Test
    void whatWasSetAsideIsCountedUntilSomebodyHasSeenToIt() throws SQLException {
        RefusedRows refused = new RefusedRows(database, meters, new QuickMessaging());
        write(event("seen"));
        rows().run("update event_log set refused_at = now(), refusal = 'too large'");
        refused.count();
        assertEquals(1, meters.get("clausewatch.event.log.refused").gauge().value());
        rows().run("delete from event_log where refused_at is not null");
        refused.count();
        assertEquals(0, meters.get("clausewatch.event.log.refused").gauge().value());
    }

    @Test
    void tellsHowManyRowsWaitAndForHowLongTheOldestDoes() throws SQLException {
        EventLogBacklogSchedule backlog = new EventLogBacklogSchedule(database, meters, new QuickMessaging());
        write(event("oldest"));
        write(event("refused"));
        write(event("young"));
        mark("event_time = now() - interval '10 minutes'", "oldest");
        mark("event_time = now() - interval '1 minute'", "young");
        mark("event_time = now() - interval '9 days', refused_at = now(), refusal = 'too large'", "refused");
        backlog.measure();
        assertEquals(2, meters.get("clausewatch.event.log.unpublished").gauge().value());
        double seconds = meters.get("clausewatch.event.log.oldest.unpublished.seconds")
                .gauge()
                .value();
        assertTrue(seconds >= 600 && seconds < 900, "The oldest waits for " + seconds + " s");

        sweepAll(sweep());
        backlog.measure();
        assertEquals(0, meters.get("clausewatch.event.log.unpublished").gauge().value());
        assertEquals(
                0,
                meters.get("clausewatch.event.log.oldest.unpublished.seconds")
                        .gauge()
                        .value());
    }

    @Test
    void aServiceWithoutAnEventLogCountsNothingOfIt() {
        RefusedRows none = new RefusedRows(database, meters, new QuickMessaging(Duration.ofSeconds(20), false));
        assertTrue(meters.find("clausewatch.event.log.refused").gauges().isEmpty(), none.toString());
    }

    @Test
    void goesOnWhenTheDatabaseComesBack() {
        EventLogSweep sweep = start(sweep());
        append(sweep, List.of(event("first")));
        awaitPublished("first", List.of(event("first")));
        rows().goAway();
        rows().comeBack();
        write(event("second"));
        sweep.nudge();
        awaitPublished("second", List.of(event("second")));
    }

    @Test
    void whileTheBrokerIsAwayNothingIsMarkedAndNothingIsLost() throws SQLException {
        EventPublisher away = new EventPublisher(
                Map.of("bootstrap.servers", "127.0.0.1:1"), new QuickMessaging(Duration.ofMillis(200)));
        EventLogSweep unlucky = sweep(away, new RefusedRows(database, meters, new QuickMessaging()));
        write(event("patient"));
        assertThrows(BrokerUnavailableException.class, unlucky::sweep);
        away.close();
        assertEquals(1, unpublished().size());
        assertEquals(List.of(), setAside());

        sweepAll(sweep());
        assertEquals(List.of(event("patient")), published("patient"));
        assertEquals(List.of(), unpublished());
    }

    @Test
    void forgetsWhatWasPublishedLongAgoAndNothingElse() throws SQLException {
        for (String name : List.of("old", "recent", "refused")) {
            write(event(name));
        }
        mark("published_at = now() - interval '8 days'", "old");
        mark("published_at = now() - interval '6 days'", "recent");
        mark("refused_at = now() - interval '9 days', refusal = 'too large'", "refused");
        sweepAll(sweep());
        assertEquals(
                List.of(key("recent"), key("refused")),
                rows().texts("select event_key from event_log where event_key like ? order by position", "%" + run));
    }

    private EventLogSweep start(EventLogSweep sweep) {
        started.add(sweep);
        sweep.start(new StartupEvent());
        return sweep;
    }

    private EventLogSweep sweep() {
        return sweep(publisher(), new RefusedRows(database, meters, new QuickMessaging()));
    }

    private EventLogSweep sweep(EventPublisher publisher, RefusedRows refused) {
        return new EventLogSweep(
                database,
                publisher,
                new QuickMessaging(),
                refused,
                new LoopWatch(System::nanoTime),
                "classifier-service");
    }

    /** Rounds until one finds nothing. */
    private static void sweepAll(EventLogSweep sweep) throws SQLException {
        Duration rest = Duration.ZERO;
        while (rest.isZero()) {
            rest = sweep.sweep();
        }
    }

    private EventPublisher publisher() {
        EventPublisher opened = publisher;
        if (opened == null) {
            opened = new EventPublisher(Map.of("bootstrap.servers", broker), new QuickMessaging());
            publisher = opened;
        }
        return opened;
    }

    private EventLog log(EventLogSweep sweep) {
        return new EventLog(database, sweep, transactions);
    }

    private void append(EventLogSweep sweep, List<Event> events) {
        EventLog log = log(sweep);
        QuarkusTransaction.requiringNew().run(() -> log.append(Topic.CHANGES, events));
    }

    /** Writes a row past the log. */
    private void write(Event event) {
        String insert = "insert into event_log (topic, event_key, event_id, event_type, event_time, data)"
                + " values ('CHANGES', ?, ?, 'CHANGE_SETTLED', cast(? as timestamptz), ?)";
        try (Connection connection = rows().connect();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, event.data().key());
            statement.setString(2, event.id());
            statement.setString(3, event.time().toString());
            statement.setBytes(4, EventCodec.write(event.data()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mark(String how, String name) {
        rows().run("update event_log set " + how + " where event_key = '" + key(name) + "'");
    }

    private TestDatabase rows() {
        return new TestDatabase(url);
    }

    private List<String> unpublished() {
        return rows().texts(
                        "select event_id from event_log where event_key like ? and published_at is null and refused_at is null",
                        "%" + run);
    }

    private List<String> setAside() {
        return rows().texts(
                        "select refusal from event_log where event_key like ? and published_at is null and refused_at is not null",
                        "%" + run);
    }

    private void awaitPublished(String name, List<Event> events) {
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(events, published(name)));
    }

    private List<Event> published(String name) {
        return kafka.events(Topic.CHANGES, key(name));
    }

    private String key(String name) {
        return name + "/" + run;
    }

    private Event event(String name) {
        return Polls.event(key(name));
    }
}
