package dev.clausewatch.gateway.sidebyside;

import static dev.clausewatch.gateway.Gateway.signed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.clausewatch.gateway.Story;
import dev.clausewatch.gateway.search.SearchStory;
import dev.clausewatch.gateway.search.SearchStory.Clause;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithKafka
@WithPostgres
class PlatformComparisonApiTest {

    @Test
    void saysWhichPlatformsHaveATypeAndWhichLackIt() {
        SearchStory.tell(SearchStory.first(
                new Story("Sideone"),
                new Clause("We train models.", "ai-training"),
                new Clause("We train them again.", "ai-training")));
        SearchStory.tell(SearchStory.first(new Story("Sidetwo"), new Clause("We place cookies.", "trackers")));
        SearchStory.tell(SearchStory.first(
                new Story("Sidethree"), new Clause("Something.", null), new Clause("Not read yet.", null, false)));

        signed().get("/api/v1/compare?platform=sideone&platform=sidetwo&platform=sidethree")
                .then()
                .statusCode(200)
                .body("platforms.name", contains("Sideone", "Sidetwo", "Sidethree"))
                .body("platforms.provisions", contains(2, 1, 2))
                .body("platforms.pending", contains(0, 0, 1))
                .body("types.type", contains("ai-training", "trackers"))
                .body("types[0].cells.count", contains(2, 0, 0))
                .body("types[0].cells.presence", contains("HAS", "NONE_FOUND", "NOT_KNOWN"));
        signed().get("/api/v1/compare?platform=sidetwo&platform=sideone&type=ai-training")
                .then()
                .statusCode(200)
                .body("types.size()", equalTo(1))
                .body("types[0].cells[0].clauses.size()", equalTo(0))
                .body("types[0].cells[1].clauses.text", contains("We train models.", "We train them again."))
                .body("types[0].cells[1].clauses[0].link", equalTo("/provisions/sideone-terms-of-service-0"));
    }

    @ParameterizedTest
    @CsvSource({
        "type=ai-training, platform, two to six",
        "platform=sideone&platform=sideone, platform, two to six",
        "platform=a1&platform=b1&platform=c1&platform=d1&platform=e1&platform=f1&platform=g1, platform, two to six",
        "type=ai-training&type=trackers&platform=sideone&platform=sidetwo, type, it is given more than once"
    })
    void saysWhatIsWrong(String parameters, String parameter, String reason) {
        signed().get("/api/v1/compare?" + parameters)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(parameter))
                .body("reason", containsString(reason));
    }
}
