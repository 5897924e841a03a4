package dev.clausewatch.gateway.readmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Topic;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class ProjectionTest {

    private static final List<String> TABLES = List.of(
            "document",
            "source_health",
            "version",
            "verification",
            "change",
            "settlement",
            "register",
            "delivery",
            "provision_step",
            "segmentation",
            "assessment",
            "standing_provision",
            "standing_version");

    @Inject
    Database database;

    @Test
    void givesTheSameRowsInWhateverOrderTheEventsCome() {
        List<Event> events = everything();
        List<String> expected = rowsOf(events);
        assertTrue(expected.size() > 12, () -> "rows: " + expected);
        for (long seed = 1; seed <= 20; seed++) {
            List<Event> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));
            long printed = seed;
            assertEquals(expected, rowsOf(shuffled), () -> "seed " + printed);
        }
    }

    @Test
    void writesNothingNewWhenEventsComeTwice() {
        List<Event> twice = new ArrayList<>(everything());
        twice.addAll(everything());
        assertEquals(rowsOf(everything()), rowsOf(twice));
    }

    @Test
    void keepsTheHighestCorrection() {
        Story story = new Story("Correction");
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        List<String> rows = rowsOf(List.of(
                story.classified(change, 2, Severity.LOW, "copyright").event(),
                story.classified(change, 1, Severity.HIGH, "eu-ai-act").event()));
        assertTrue(rows.stream().anyMatch(row -> row.contains("Summary 2")), rows::toString);
        assertTrue(rows.stream().noneMatch(row -> row.contains("eu-ai-act")), rows::toString);
    }

    @Test
    void writesRowsForWhatHappensToProvisionsAndNoneWhileTheyStand() {
        List<Event> changes = renumberedOneByOne(new Story("Archive"), 200, 60);
        assertEquals(200 + 59, stepsOf(changes).size());
    }

    @Test
    void tellsOfProvisionsTheSameWhenClassificationsComeFirstAndChangesTwice() {
        Story story = new Story("Overtaken");
        List<Event> changes = renumberedOneByOne(story, 5, 10);
        List<Event> overtaken = new ArrayList<>();
        changes.reversed().stream()
                .map(change -> story.classified((ChangeDetected) change.data(), 0, Severity.LOW, "copyright"))
                .forEach(told -> overtaken.add(told.event()));
        overtaken.addAll(changes);
        overtaken.addAll(changes);
        assertEquals(stepsOf(changes), stepsOf(overtaken));
    }

    @Test
    void tellsOfProvisionsTheSameInWhateverOrderAndHoweverOftenChangesCome() {
        Story story = new Story("Disordered");
        List<ChangeDetected> changes = new ArrayList<>();
        changes.add(story.version(1, ChangeKind.BASELINE, provisions(3, 0)));
        changes.add(story.version(2, ChangeKind.EDITORIAL, provisions(4, 1)));
        changes.add(story.version(3, ChangeKind.SUSPECT, provisions(1, 0)));
        changes.add(story.version(4, ChangeKind.EDITORIAL, provisions(2, 1)));
        changes.add(story.recut(changes.getLast(), provisions(5, 2)));
        changes.add(story.version(5, ChangeKind.EDITORIAL, provisions(5, 3)));
        List<Event> detected =
                changes.stream().map(change -> story.detected(change).event()).toList();
        List<Event> events = new ArrayList<>(detected);
        changes.forEach(change -> events.add(
                story.classified(change, 0, Severity.LOW, "copyright").event()));
        List<String> expected = stepsOf(detected);
        assertTrue(expected.size() > 10, () -> "rows: " + expected);
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            List<Event> disordered = new ArrayList<>(events);
            random.ints(random.nextInt(8), 0, events.size()).forEach(again -> disordered.add(events.get(again)));
            Collections.shuffle(disordered, random);
            long printed = seed;
            assertEquals(expected, stepsOf(disordered), () -> "seed " + printed);
        }
    }

    @Test
    void letsASuspectVersionStandOnceItIsConfirmed() {
        Story story = new Story("Confirmed");
        ChangeDetected before = story.version(1, ChangeKind.BASELINE, provisions(1, 0));
        ChangeDetected suspect = story.version(2, ChangeKind.SUSPECT, provisions(1, 0));
        List<Event> unsettled = List.of(
                story.detected(before).event(),
                story.segmented(before, "w-1").event(),
                story.detected(suspect).event(),
                story.segmented(suspect, "w-2").event());
        assertTrue(standing(rowsOf(unsettled)).contains("w-1"), "an unsettled version does not stand");
        List<Event> confirmed = new ArrayList<>(unsettled);
        confirmed.add(story.told(Topic.CHANGES, story.settled(suspect, SettlementOutcome.CONFIRMED))
                .event());
        List<String> expected = rowsOf(confirmed);
        assertTrue(standing(expected).contains("w-2"), "a confirmed version stands");
        assertEquals(expected, rowsOf(confirmed.reversed()));
    }

    private static String standing(List<String> rows) {
        return rows.stream()
                .filter(row -> row.startsWith("standing_provision"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void comparesACutOfTheSameVersionWithTheOneBefore() {
        Story story = new Story("Recut");
        ChangeDetected first = story.version(1, ChangeKind.BASELINE, provisions(2, 0));
        ChangeDetected recut = story.recut(first, provisions(3, 0));
        List<String> steps = stepsOf(
                List.of(story.detected(first).event(), story.detected(recut).event()));
        assertEquals(3, steps.size());
        assertTrue(steps.stream().anyMatch(row -> row.contains(recut.changeId()) && row.contains("provision-2")));
    }

    /** In each version another provision has another number. */
    private static List<Event> renumberedOneByOne(Story story, int provisions, int versions) {
        return IntStream.rangeClosed(1, versions)
                .mapToObj(version -> story.version(
                        version,
                        version == 1 ? ChangeKind.BASELINE : ChangeKind.EDITORIAL,
                        provisions(provisions, version - 1)))
                .map(change -> story.detected(change).event())
                .toList();
    }

    private static List<ProvisionRef> provisions(int count, int renumbered) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ProvisionRef(
                        "provision-" + i, (i < renumbered % count ? "0." : "") + i, List.of("Terms"), i, i + 1))
                .toList();
    }

    private List<String> stepsOf(List<Event> events) {
        return rowsOf(events).stream()
                .filter(row -> row.startsWith("provision_step "))
                .toList();
    }

    private static List<Event> everything() {
        Story story = new Story("Shuffle");
        ChangeDetected told = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        ChangeDetected waiting = story.change(2, ChangeKind.SUBSTANTIVE, Settlement.PENDING, "b", "c");
        List<Event> events = new ArrayList<>(List.of(
                story.registered().event(),
                story.captured(1, "a").event(),
                story.captured(2, "b").event(),
                story.verified(2, Story.at(4)).event(),
                story.verified(2, Story.at(5)).event(),
                story.failed(Story.at(6)).event(),
                story.failed(Story.at(7), 2).event(),
                story.degraded(Story.at(8), Story.at(6)).event(),
                story.recovered(Story.at(9), Story.at(6)).event(),
                story.detected(told).event(),
                story.classified(told, 0, Severity.HIGH, "eu-ai-act").event(),
                story.classified(told, 1, Severity.LOW, "copyright").event(),
                story.delivered(told).event(),
                story.detected(waiting).event(),
                story.told(Topic.CHANGES, story.settled(waiting, SettlementOutcome.CONFIRMED))
                        .event()));
        ChangeDetected listed = story.version(5, ChangeKind.EDITORIAL, provisions(3, 0));
        ChangeDetected newer = story.version(6, ChangeKind.EDITORIAL, provisions(2, 1));
        events.addAll(List.of(
                story.detected(listed).event(),
                story.detected(newer).event(),
                story.detected(story.version(7, ChangeKind.SUSPECT, provisions(1, 0)))
                        .event(),
                story.segmented(listed, "w-1", "w-2", "w-3").event(),
                story.segmented(newer, "w-1", "w-4").event(),
                Story.assessed("w-1", Story.at(3), "trackers").event(),
                Story.assessed("w-1", Story.at(4), "non-compete", "copyright").event()));
        Arrays.stream(EventType.values())
                .map(type -> CanonicalEvents.event(CanonicalEvents.of(type)))
                .forEach(events::add);
        return events;
    }

    /** The rows these events make of an empty read model; nothing of it is kept. */
    private List<String> rowsOf(List<Event> events) {
        List<String> rows = new ArrayList<>();
        assertThrows(
                Undone.class,
                () -> database.transaction(() -> {
                    database.sql("truncate read." + String.join(", read.", TABLES))
                            .update();
                    for (Event event : events) {
                        Projection.apply(database, event);
                    }
                    rows.addAll(dump());
                    throw new Undone();
                }));
        return rows;
    }

    private List<String> dump() {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            database.sql("select to_jsonb(t)::text from read." + table + " t order by 1")
                    .list(String.class)
                    .forEach(row -> rows.add(table + " " + row));
        }
        return rows;
    }

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
