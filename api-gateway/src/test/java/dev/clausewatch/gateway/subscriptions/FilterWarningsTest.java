package dev.clausewatch.gateway.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@SuppressWarnings("NullAway.Init")
class FilterWarningsTest {

    @Inject
    FilterWarnings warnings;

    @Inject
    Database database;

    private JsonPath warned(int status, String filter) {
        Response answer = Response.status(status)
                .entity("{\"id\": \"1\", \"filter\": %s}".formatted(filter).getBytes(StandardCharsets.UTF_8))
                .build();
        Response with = warnings.addTo(answer);
        assertEquals(status, with.getStatus());
        return new JsonPath(new String((byte[]) with.getEntity(), StandardCharsets.UTF_8));
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
