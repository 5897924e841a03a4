package dev.clausewatch.gateway.subscriptions;

import static dev.clausewatch.gateway.Gateway.signed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.gateway.changes.ChangeRepository;
import dev.clausewatch.gateway.changes.ChangeSummary;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class EstimateTest {

    /** A day after the stories begin. */
    private static final Clock DAY_AFTER = Clock.fixed(Story.BEGIN.plus(Duration.ofHours(34)), ZoneOffset.UTC);

    @Inject
    Database database;

    @Inject
    ChangeRepository changes;

    @Inject
    RegisterRepository registers;

    @Inject
    ObjectMapper json;

    private String platform;
    private Story story;

    @BeforeEach
    void begin() {
        platform = "Estimated " + UUID.randomUUID();
        story = new Story(platform);
    }

    private Estimator estimator() {
        return new Estimator(database, changes, registers, DAY_AFTER);
    }

    /** Seven changes an hour apart: the words of the last are others, the third is severe. */
    private List<ChangeDetected> seven() {
        List<ChangeDetected> all = new ArrayList<>();
        List<Story.Told> told = new ArrayList<>();
        told.add(story.registered());
        for (int i = 1; i <= 7; i++) {
            ChangeDetected change = story.change(
                    i,
                    ChangeKind.SUBSTANTIVE,
                    Settlement.SETTLED,
                    "We keep data " + i,
                    i == 7 ? "We sell robots" : "We sell data " + i);
            all.add(change);
            told.add(story.classified(change, 0, i == 3 ? Severity.HIGH : Severity.LOW, "copyright"));
        }
        Gateway.tell(told);
        return all;
    }

    @Test
    void saysWhatWouldHaveCome() {
        List<ChangeDetected> all = seven();
        Estimate estimate =
                estimator().estimate(filter("{'platforms': ['%s']}".formatted(platform.toUpperCase(Locale.ROOT))));
        assertEquals(7, estimate.changes());
        assertTrue(estimate.complete());
        assertEquals(all.get(6).to().firstSeenAt(), estimate.last());
        assertEquals(
                List.of(6, 5, 4, 3, 2).stream().map(i -> all.get(i).changeId()).toList(),
                estimate.newest().stream().map(ChangeSummary::id).toList());
        // Other tests may have told of changes before.
        double days = Duration.between(estimate.from(), estimate.to()).toSeconds() / 86_400.0;
        assertEquals(7 / Math.max(1, days), estimate.perDay(), 0.01);
        assertTrue(estimate.summary().contains(": 7 would have come in "), estimate.summary());
        assertTrue(estimate.summary().contains("the last on 2026-04-01."), estimate.summary());
        assertEquals("Changes at " + platform.toUpperCase(Locale.ROOT), estimate.sentence());
    }

    @Test
    void columnsAndEventsSayTheSame() {
        List<ChangeDetected> all = seven();
        assertEquals(1, counted("'minSeverity': 'HIGH', 'areas': ['copyright']"));
        assertEquals(0, counted("'minSeverity': 'HIGH', 'areas': ['eu-ai-act']"));
        assertEquals(7, counted("'types': ['non-compete'], 'instruments': ['eu-tfeu-102'], 'directions': ['UNCLEAR']"));
        assertEquals(0, counted("'directions': ['WORSE']"));
        assertEquals(1, counted("'words': 'robots'"));
        assertEquals(7, counted("'words': 'sell', 'provisions': ['provision']"));
        assertEquals(0, counted("'provisions': ['elsewhere']"));
        assertEquals(7, counted("'kinds': ['SUBSTANTIVE'], 'languages': ['en'], 'jurisdictions': ['EU']"));
        assertEquals(0, counted("'languages': ['de']"));
        database.sql("update read.change set meanings = '[{\"severity\": \"LOW\"}]' where change_id = :id")
                .bind("id", all.get(2).changeId())
                .update();
        assertEquals(1, counted("'minSeverity': 'HIGH', 'areas': ['copyright']"), "a row of the release before");
    }

    private int counted(String asked) {
        return estimator()
                .estimate(filter("{'platforms': ['%s'], %s}".formatted(platform, asked)))
                .changes();
    }

    @Test
    void whatWasWithdrawnBeforeAnybodyWasToldDoesNotCount() {
        ChangeDetected waiting =
                story.change(1, ChangeKind.SUBSTANTIVE, Settlement.PENDING, "We keep data", "We sell data");
        Gateway.tell(List.of(story.classified(waiting, 0, Severity.LOW, "copyright")));
        assertEquals(1, counted("'kinds': []"));
        database.sql("insert into read.settlement values (:id, :as, now(), 'snapshot', 'test')")
                .bind("id", waiting.changeId())
                .bind("as", SettlementOutcome.WITHDRAWN)
                .update();
        assertEquals(0, counted("'kinds': []"));
    }

    @Test
    void aFloodIsRefusedWithTheNumberUnlessItIsAccepted() {
        seven();
        FloodGuard guard = new FloodGuard(estimator(), () -> 0, json);
        String request = "{\"name\": \"All\", \"filter\": {\"platforms\": [\"%s\"]}}".formatted(platform);
        HttpProblem refused = assertThrows(HttpProblem.class, () -> guard.check(bytes(request)));
        assertTrue(refused.getDetail().contains("7 would have come"), refused.getDetail());
        assertTrue(refused.getDetail().contains("acceptFlood"), refused.getDetail());
        assertEquals(
                request.replace(" ", ""),
                text(guard.check(bytes(request.replace("\"name\"", "\"acceptFlood\": true, \"name\""))))
                        .replace(" ", ""));
        assertThrows(HttpProblem.class, () -> guard.check(bytes("{\"acceptFlood\": \"yes\"}")));
        assertThrows(HttpProblem.class, () -> guard.check(bytes("{\"destination\": {\"kind\": \"mail\"}}")));
        assertThrows(HttpProblem.class, () -> guard.check(bytes("{\"name\": \"No filter\"}")));
        String health = request.replace("\"name\"", "\"events\": [\"source-health\"], \"name\"");
        assertEquals(health, text(guard.check(bytes(health))));
    }

    @Test
    void whatAlertServiceRefusesIsLeftToIt() {
        FloodGuard guard = new FloodGuard(estimator(), () -> 0, json);
        for (String request : List.of(
                "{no json",
                "[]",
                "",
                "{\"name\": \"Typo\", \"filters\": {}}",
                "{\"filter\": 1}",
                "{\"filter\": {\"directions\": [\"x\"]}}")) {
            assertArrayEquals(bytes(request), guard.check(bytes(request)));
        }
    }

    @Test
    void theApiTriesAFilterAndSavesNothing() {
        signed().contentType("application/json")
                .body("{\"filter\": {\"platforms\": [\"%s\"], \"directions\": [\"worse\"]}}".formatted(platform))
                .post("/api/v1/subscriptions/estimate")
                .then()
                .statusCode(200)
                .body("changes", is(0))
                .body("complete", is(true))
                .body("sentence", is("Changes for the worse at " + platform))
                .body("summary", containsString("None would have come"));
        signed().contentType("application/json")
                .body("{\"filter\": {\"words\": \"/a.*b/\", \"minSeverity\": \"extreme\"}}")
                .post("/api/v1/subscriptions/estimate")
                .then()
                .statusCode(422)
                .body("errors.field", contains("filter.minSeverity", "filter.words"));
    }

    @Test
    void templatesNameTheWatchedPlatformsOfTheirCategory() {
        Gateway.tell(List.of(story.registered()));
        signed().get("/api/v1/subscription-templates")
                .then()
                .statusCode(200)
                .body("id", hasItems("worse", "ai-vendors", "privacy"))
                .body("find { it.id == 'ai-vendors' }.filter.platforms", hasItem(platform))
                .body("find { it.id == 'worse' }.filter.directions", contains("WORSE", "MIXED", "UNCLEAR"))
                .body("find { it.id == 'worse' }.sentence", containsString("for the worse"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Filter filter(String fields) {
        try {
            return Filter.stored(new ObjectMapper().readValue(fields.replace('\'', '"'), FilterFields.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
