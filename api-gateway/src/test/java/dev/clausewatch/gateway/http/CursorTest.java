package dev.clausewatch.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.runtime.http.Parameters;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void comesBackAsItWent() {
        Cursor cursor = new Cursor("changes", List.of("2026-04-01T00:00:00.123456Z", "id"));
        assertEquals(cursor, Cursor.read("changes", 2, cursor.write()));
        assertNull(Cursor.read("changes", 2, " "));
    }

    @Test
    void refusesTheCursorOfAnotherListAndNonsense() {
        String other = new Cursor("documents", List.of("a", "b")).write();
        for (String bad : List.of(other, "%%%", "bm9uc2Vuc2U", new Cursor("changes", List.of("a")).write())) {
            HttpProblem problem = assertThrows(HttpProblem.class, () -> Cursor.read("changes", 2, bad));
            assertEquals(400, problem.getStatusCode());
            assertEquals("cursor", problem.getParameters().get("parameter"));
        }
        Cursor noTime = new Cursor("changes", List.of("yesterday", "id"));
        assertThrows(HttpProblem.class, () -> noTime.time(0));
    }

    @Test
    void cutsAPageOffTheRows() {
        List<Integer> rows = IntStream.range(0, 4).boxed().toList();
        ItemPage<Integer> page = ItemPage.of(rows, 3, last -> new Cursor("n", List.of(last.toString())));
        assertEquals(List.of(0, 1, 2), page.items());
        assertEquals(new Cursor("n", List.of("2")).write(), page.next());
        assertNull(ItemPage.of(rows, 4, last -> new Cursor("n", List.of())).next());
    }

    @Test
    void namesTheParameterTheReasonAndTheChoices() {
        HttpProblem limit = assertThrows(HttpProblem.class, () -> Parameters.limit("101"));
        assertEquals("limit", limit.getParameters().get("parameter"));
        HttpProblem choice = assertThrows(
                HttpProblem.class, () -> Parameters.choice("severity", "grave", dev.clausewatch.events.Severity.class));
        assertTrue(choice.getDetail().contains("Allowed: low, medium, high."), choice::getDetail);
        assertThrows(HttpProblem.class, () -> Parameters.time("since", "last week"));
        assertThrows(HttpProblem.class, () -> Parameters.flag("alert", "perhaps"));
    }
}
