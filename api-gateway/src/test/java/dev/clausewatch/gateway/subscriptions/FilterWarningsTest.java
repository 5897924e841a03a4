package dev.clausewatch.gateway.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class FilterWarningsTest {

    @Inject
    FilterWarnings warnings;

    @Inject
    SubscriptionRequests requests;

    @Inject
    Database database;

    private JsonPath warned(int status, String filter) {
        return warned(status, filter, null);
    }

    private JsonPath warned(int status, String filter, @Nullable Estimate estimate) {
        RequestedSubscription asked = requests.ofNew(bytes("{\"filter\": %s}".formatted(filter)));
        Response answer = Response.status(status)
                .entity(bytes("{\"id\": \"1\", \"filter\": %s}".formatted(filter)))
                .build();
        Response with = warnings.check(asked, Optional.ofNullable(estimate)).addTo(answer);
        assertEquals(status, with.getStatus());
        return new JsonPath(new String((byte[]) with.getEntity(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void namesWhatNobodyWatches() {
        Gateway.tell(List.of(new Story("Watched One").registered(), new Story("Watched Two").registered()));
        JsonPath warned = warned(201, """
                {"platforms": ["watched ONE", "Watchd Two"], "termsTypes": ["Cookie Paper"],
                 "documents": ["watched-one/terms-of-service", "watched-one/none"]}""");
        assertEquals(
                List.of("filter.platforms[1]", "filter.termsTypes[0]", "filter.documents[1]"),
                warned.getList("warnings.field"));
        assertEquals(
                "no watched document is of a platform of this name: Watchd Two",
                warned.getString("warnings[0].reason"));
        assertEquals("1", warned.getString("id"));
        assertNames(warned.getString("warnings[0].remedy"), "Watched Two");
        assertNames(warned.getString("warnings[1].remedy"), "Terms of Service");
    }

    private static void assertNames(String remedy, String known) {
        assertTrue(remedy.startsWith("one of ") && remedy.contains(known), remedy);
    }

    @Test
    void saysWhenThePartsFitNothingTogether() {
        Gateway.tell(List.of(new Story("Watched One").registered(), new Story("Watched Two").registered()));
        assertEquals(
                List.of("filter"),
                warned(200, "{\"platforms\": [\"Watched One\"], \"documents\": [\"watched-two/terms-of-service\"]}")
                        .getList("warnings.field"));
    }

    @Test
    void namesLanguagesJurisdictionsProvisionsAndKindsOfWhichNothingIsHeard() {
        Story story = new Story("Watched One");
        Gateway.tell(List.of(
                story.registered(),
                story.classified(
                        story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "We keep data", "We sell data"),
                        0,
                        Severity.LOW,
                        "copyright")));
        JsonPath warned = warned(201, """
                {"languages": ["EN", "tlh"], "jurisdictions": ["eu", "AQ"], "provisions": ["provision", "none"],
                 "kinds": ["SUBSTANTIVE", "BASELINE"]}""");
        assertEquals(
                List.of("filter.languages[1]", "filter.jurisdictions[1]", "filter.provisions[1]", "filter.kinds[0]"),
                warned.getList("warnings.field"));
        assertEquals("no watched document is in this language: tlh", warned.getString("warnings[0].reason"));
        assertEquals("changes of this kind are told to nobody: BASELINE", warned.getString("warnings[3].reason"));
    }

    @Test
    void saysWhenNothingWouldHaveComeForLong() {
        Gateway.tell(List.of(new Story("Watched One").registered()));
        Estimate none = new Estimate("", "", Story.BEGIN, Story.at(2000), true, 0, 0, 0, null, List.of());
        JsonPath warned = warned(201, "{\"words\": \"arbitration\"}", none);
        assertEquals("nothing since 2026-04-01 would have come through it", warned.getString("warnings[0].reason"));
        assertNull(warned(201, "{}", none).get("warnings"), "all that comes, comes through it");
        Estimate unsure = new Estimate("", "", Story.BEGIN, Story.at(2000), false, 0, 0, 0, null, List.of());
        assertNull(warned(201, "{\"words\": \"arbitration\"}", unsure).get("warnings"));
    }

    /** Afterwards nothing may come between it and its answer, which alone has the secret. */
    @Test
    void asksTheDatabaseBeforeTheSubscriptionIsMadeOnly() {
        Gateway.tell(List.of(new Story("Watched One").registered()));
        FilterWarnings.Checked checked =
                warnings.check(requests.ofNew(bytes("{\"filter\": {\"platforms\": [\"Nobody\"]}}")), Optional.empty());
        database.sql("alter table read.document rename to document_away").update();
        database.sql("alter table read.register rename to register_away").update();
        try {
            JsonPath answer = new JsonPath(new String(
                    (byte[]) checked.addTo(Response.status(201)
                                    .entity(bytes("{\"secret\": \"s\", \"filter\": {\"platforms\": [\"Nobody\"]}}"))
                                    .build())
                            .getEntity(),
                    StandardCharsets.UTF_8));
            assertEquals("s", answer.getString("secret"));
            assertEquals(1, answer.getList("warnings").size());
            assertEquals("Changes at Nobody", answer.getString("sentence"));
        } finally {
            database.sql("alter table read.document_away rename to document").update();
            database.sql("alter table read.register_away rename to register").update();
        }
    }

    @Test
    void aDocumentThatOnlyAnArchiveHoldsIsNotWatched() {
        Gateway.tell(List.of(Story.archived("Kept One", "archive:kept").known()));
        assertEquals(
                List.of("filter.platforms[0]"),
                warned(201, "{\"platforms\": [\"Kept One\"]}").getList("warnings.field"));
    }

    @Test
    void leavesTheAnswerAsItIsWhenTheDatabaseCannotBeAsked() {
        database.sql("alter table read.document rename to document_away").update();
        try {
            assertNull(warned(201, "{\"platforms\": [\"Nobody\"]}").get("warnings"));
        } finally {
            database.sql("alter table read.document_away rename to document").update();
        }
    }

    @Test
    void leavesOtherAnswersAsTheyAre() {
        Gateway.tell(List.of(new Story("Watched One").registered()));
        assertNull(warned(201, "{}").get("warnings"));
        assertNull(warned(201, "{\"platforms\": [\"Watched One\"]}").get("warnings"));
        assertNull(warned(422, "{\"platforms\": [\"Nobody\"]}").get("warnings"));
    }
}
