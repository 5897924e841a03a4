package dev.clausewatch.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.client.ApiClient;
import dev.clausewatch.client.ApiException;
import dev.clausewatch.client.api.ChangesApi;
import dev.clausewatch.client.model.ChangeDetail;
import dev.clausewatch.client.model.ChangeSummary;
import dev.clausewatch.local.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gateway's description is enough for a program that others wrote to make a client that works. */
class GeneratedClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ChangesApi changes = new ChangesApi(client(RunningStack.get()));

    private static ApiClient client(RunningStack running) {
        try {
            String key = running.stack.apiKey();
            ApiClient client = new ApiClient();
            client.updateBaseUri(running.stack.url(Part.GATEWAY));
            client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void listsChangesWithAFilterAndShowsOne() throws ApiException {
        await("a first version")
                .atMost(PATIENCE)
                // Before the platform is known, it is refused.
                .ignoreExceptionsInstanceOf(ApiException.class)
                .until(() -> !baselines("halvorin").isEmpty());

        ChangeSummary first = baselines("halvorin").getFirst();
        assertEquals("BASELINE", first.getKind());
        assertEquals("Halvorin", first.getPlatformName());
        assertNotNull(first.getFirstSeenAt());

        ChangeDetail detail = changes.getChange(first.getId(), null);
        assertEquals(first.getId(), detail.getId());
        assertNotNull(detail.getTo());
        assertFalse(detail.getDocument().getUrl().isEmpty());
    }

    private List<ChangeSummary> baselines(@Nullable String platform) throws ApiException {
        return changes.listChanges(null, null, null, null, "baseline", "5", platform, null, null, null, null, null)
                .getItems();
    }

    @Test
    void isToldWhatIsWrongAsAProblem() throws IOException {
        ApiException refused = assertThrows(
                ApiException.class,
                () -> changes.listChanges(
                        null, null, null, null, "nonsense", null, null, null, null, null, null, null));

        assertEquals(400, refused.getCode());
        JsonNode problem = new ObjectMapper().readTree(refused.getResponseBody());
        assertEquals(
                "urn:clausewatch:problem:bad-parameter", problem.path("type").asText());
        assertEquals("kind", problem.path("parameter").asText());
        assertTrue(problem.path("detail").asText().contains("baseline"), problem::toString);
    }
}
