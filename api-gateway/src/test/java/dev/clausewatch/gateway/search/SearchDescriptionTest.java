package dev.clausewatch.gateway.search;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.gateway.search.SearchStory.Clause;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The examples of the description have what the answers have. */
@QuarkusTest
@WithKafka
@WithPostgres
class SearchDescriptionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clause CLAUSE = new Clause(
            "We may use what you submit for training our models; you may object in your settings.", "ai-training");

    @Test
    void examplesHaveTheMembersOfTheAnswers() throws Exception {
        SearchStory.tell(SearchStory.first(new Story("Exampled"), CLAUSE, CLAUSE));
        SearchStory.tell(SearchStory.first(new Story("Exemplary"), CLAUSE, new Clause("Cookies.", "trackers")));

        holds("SearchAnswer", "/api/v1/search?q=train+%22our+models%22+submit&limit=1");
        holds("SimilarProvisions", "/api/v1/provisions/exampled-terms-of-service-0/similar");
        holds("PlatformComparison", "/api/v1/compare?platform=exampled&platform=exemplary&type=ai-training");
    }

    private static void holds(String example, String path) throws Exception {
        JsonNode described = JSON.readTree(given().header("Accept", "application/json")
                        .get("/q/openapi")
                        .asString())
                .at("/components/examples/" + example + "/value");
        JsonNode answered = JSON.readTree(Gateway.signed().get(path).asString());
        assertEquals(members(answered), members(described), path);
    }

    /** The members of a document by their paths, those of a list's items together; what may be absent left out. */
    private static Set<String> members(JsonNode document) {
        Set<String> members = new TreeSet<>();
        collect("", document, members);
        return members;
    }

    private static void collect(String path, JsonNode node, Set<String> members) {
        if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, members));
        }
        for (Map.Entry<String, JsonNode> one : node.properties()) {
            if (!one.getValue().isNull()) {
                members.add(path + "." + one.getKey());
                collect(path + "." + one.getKey(), one.getValue(), members);
            }
        }
    }
}
