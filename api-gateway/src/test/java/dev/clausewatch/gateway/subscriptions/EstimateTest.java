package dev.clausewatch.gateway.subscriptions;

import static dev.clausewatch.gateway.Gateway.signed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    SubscriptionRequests requests;

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

    private FloodGuard guard(int floodPerDay) {
        return new FloodGuard(estimator(), new EstimateTurns(), () -> floodPerDay);
    }

    @Test
    void aFloodIsRefusedWithTheNumberUnlessItIsAccepted() {
        seven();
        FloodGuard guard = guard(0);
        String request = "{\"name\": \"All\", \"filter\": {\"platforms\": [\"%s\"]}}".formatted(platform);
        HttpProblem refused = assertThrows(HttpProblem.class, () -> guard.check(asked(request)));
        assertTrue(refused.getDetail().contains("7 would have come"), refused.getDetail());
        assertTrue(refused.getDetail().contains("acceptFlood"), refused.getDetail());
        RequestedSubscription accepted = asked(request.replace("\"name\"", "\"acceptFlood\": true, \"name\""));
        assertTrue(guard.check(accepted).isEmpty());
        assertEquals(request.replace(" ", ""), text(accepted.body()).replace(" ", ""));
        assertThrows(HttpProblem.class, () -> asked("{\"acceptFlood\": \"yes\"}"));
        assertThrows(HttpProblem.class, () -> guard.check(asked("{\"name\": \"No filter\"}")));
        String destination = request.replace("\"name\"", "\"destination\": {}, \"name\"");
        assertThrows(HttpProblem.class, () -> guard.check(asked(destination)));
        String health = request.replace("\"name\"", "\"events\": [\"source-health\"], \"name\"");
        assertTrue(guard.check(asked(health)).isEmpty());
        String spaced = request.replace("\"name\"", "\"events\": [\" changes \"], \"name\"");
        assertThrows(HttpProblem.class, () -> guard.check(asked(spaced)), "alert-service takes it for changes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'filter': null}",
                "{'filter': {'minSeverity': null}}",
                "{'events': ['changes'], 'filter': {'minSeverity': null}}"
            })
    void aPatchThatMakesAFloodIsRefusedUnlessItIsAccepted(String patch) {
        seven();
        String before = "{'name': 'n', 'filter': {'platforms': ['%s'], 'minSeverity': 'HIGH'}, 'events': ['changes']}"
                .formatted(platform);
        FloodGuard guard = guard(0);
        assertThrows(HttpProblem.class, () -> patch(guard, patch, before));
        assertTrue(patch(guard, patch.replace("{'", "{'acceptFlood': true, '"), before)
                .isEmpty());
    }

    @Test
    void aPatchIsLookedAtOnlyWhereMoreMayCome() {
        seven();
        FloodGuard guard = guard(0);
        String flood = "{'name': 'n', 'filter': {'platforms': ['%s']}, 'events': ['changes']}".formatted(platform);
        assertTrue(patch(guard, "{'name': 'other', 'active': true}", flood).isEmpty());
        assertEquals(
                7,
                patch(guard, "{'filter': {'words': 'sell'}}", flood)
                        .orElseThrow()
                        .changes());
        String health = flood.replace("'changes'", "'source-health'");
        assertTrue(patch(guard, "{'filter': null}", health).isEmpty());
        assertThrows(HttpProblem.class, () -> patch(guard, "{'events': ['changes', 'source-health']}", health));
        assertThrows(HttpProblem.class, () -> patch(guard, "{'events': null}", health));
    }

    private Optional<Estimate> patch(FloodGuard guard, String patch, String before) {
        byte[] stored = bytes(before.replace('\'', '"'));
        return guard.check(requests.ofPatch(bytes(patch.replace('\'', '"')), stored), requests.stored(stored));
    }

    @Test
    void whatAlertServiceRefusesIsLeftToIt() {
        for (String request : List.of(
                "{no json",
                "[]",
                "",
                "{\"name\": \"Typo\", \"filters\": {}}",
                "{\"filter\": 1}",
                "{\"filter\": {\"directions\": [\"x\"]}}")) {
            assertTrue(guard(0).check(asked(request)).isEmpty());
            assertArrayEquals(bytes(request), asked(request).body());
        }
    }

    private RequestedSubscription asked(String request) {
        return requests.ofNew(bytes(request));
    }

    @Test
    void whenItsTimeIsOverItReadsNoFurtherEvent() {
        List<ChangeDetected> all = seven();
        Estimate estimate = new Estimator(database, changes, registers, DAY_AFTER, Duration.ZERO)
                .estimate(filter("{'platforms': ['%s'], 'words': 'robots OR sell'}".formatted(platform)));
        assertEquals(1, estimate.changes());
        assertFalse(estimate.complete());
        assertEquals(all.get(6).to().firstSeenAt(), estimate.from());
    }

    /** Else one change after a quiet year would be seven a week. */
    @Test
    void aQuietTimeCountsToo() {
        seven();
        database.sql(
                        "update read.change set to_first_seen_at = to_first_seen_at - interval '1 year' where change_id ="
                                + " (select change_id from read.change where platform = :platform order by to_first_seen_at limit 1)")
                .bind("platform", platform)
                .update();
        Estimate estimate = estimator().estimate(filter("{'platforms': ['%s']}".formatted(platform)));
        assertEquals(6, estimate.changes());
        assertEquals(DAY_AFTER.instant().minus(Duration.ofDays(90)), estimate.from());
        database.sql("delete from read.change where platform = :platform and to_first_seen_at < :begin")
                .bind("platform", platform)
                .bind("begin", Story.BEGIN)
                .update();
    }

    @Test
    void aKeyHasOneEstimateAtATimeAndAllHaveTwo() throws InterruptedException, ExecutionException {
        EstimateTurns turns = new EstimateTurns();
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch begun = new CountDownLatch(1);
            Future<String> first = threads.submit(() -> turns.now("a", () -> waited(begun, end)));
            begun.await();
            assertEquals(429, refused(() -> turns.now("a", () -> "")));
            CountDownLatch second = new CountDownLatch(1);
            Future<String> other = threads.submit(() -> turns.now("b", () -> waited(second, end)));
            second.await();
            assertEquals(429, refused(() -> turns.now("c", () -> "")));
            Future<String> patient = threads.submit(() -> turns.waitFor(() -> "waited"));
            end.countDown();
            assertEquals("done", first.get());
            assertEquals("done", other.get());
            assertEquals("waited", patient.get());
        }
        assertEquals("again", turns.now("a", () -> "again"));
    }

    private static int refused(Executable call) {
        return assertThrows(HttpProblem.class, call).getStatusCode();
    }

    private static String waited(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "done";
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
        signed().contentType("application/json")
                .body("{\"filter\": {\"areas\": [\"data-protection\", \"tax\"]}}")
                .post("/api/v1/subscriptions/estimate")
                .then()
                .statusCode(422)
                .body("errors.field", contains("filter.areas[1]"));
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

    @Test
    void aTemplateSaysWhenThereAreMorePlatformsThanAFilterTakes() {
        Gateway.tell(List.of(
                story.registered(),
                Story.archived("Aaa kept " + platform, "archive:kept").known()));
        database.sql("""
                        insert into read.document (id, platform, platform_slug, terms_type, url, jurisdictions, category, ref_at, ref_event_id)
                        select 'many-' || i, 'Aab many ' || i, 'many-' || i, 'Terms', 'https://many.example', '{}', 'ai-many', now(), i::text
                        from generate_series(1, 120) as i""").update();
        database.sql("update read.document set category = 'ai-kept' where platform like 'Aaa kept%'")
                .update();
        try {
            signed().get("/api/v1/subscription-templates")
                    .then()
                    .statusCode(200)
                    .body("find { it.id == 'ai-vendors' }.filter.platforms.size()", is(100))
                    .body("find { it.id == 'ai-vendors' }.filter.platforms[0]", startsWith("Aab many"))
                    .body("find { it.id == 'ai-vendors' }.description", containsString("A filter takes 100 platforms"));
        } finally {
            database.sql("delete from read.document where id like 'many-%'").update();
        }
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
