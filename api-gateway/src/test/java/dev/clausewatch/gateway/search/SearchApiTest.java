package dev.clausewatch.gateway.search;

import static dev.clausewatch.gateway.Gateway.signed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Severity;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.gateway.search.SearchStory.Clause;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithKafka
@WithPostgres
class SearchApiTest {

    private static final Clause TRAINING =
            new Clause("We may use your Content for training our zorblax models.", "ai-training");

    @Test
    void findsAProvisionByOtherFormsOfItsWordsWithTheWordsMarked() {
        Story story = new Story("Sought");
        SearchStory.tell(
                SearchStory.first(story, TRAINING, new Clause("Zorblax cookies are small files.", "trackers")));

        search("q=train+zorblax+model&platform=sought")
                .body("items[0].kind", equalTo("PROVISION"))
                .body("items[0].id", equalTo("sought-terms-of-service-0"))
                .body("items[0].link", equalTo("/provisions/sought-terms-of-service-0"))
                .body("items[0].document.platformName", equalTo("Sought"))
                .body("items[0].types", contains("ai-training"))
                .body("items[0].foundBy", equalTo("WORDS"))
                .body("items[0].snippet.marks[0].start", equalTo(28))
                .body("items[0].snippet.marks[0].end", equalTo(36))
                .body("items[0].date", equalTo("2026-04-01T01:00:00Z"));
        search("q=zorblax&platform=sought")
                .body("total", equalTo(2))
                .body("counts.platforms[0].value", equalTo("sought"))
                .body("counts.types.value", contains("ai-training", "trackers"))
                .body("counts.areas[0].count", equalTo(2));
        search("q=zorblax&platform=sought&type=trackers").body("total", equalTo(1));
        search("q=%22small+files%22&document=sought/terms-of-service").body("total", equalTo(1));
        search("q=zorblax+-cookies&platform=Sought").body("total", equalTo(1));
    }

    @Test
    void followsANewVersionAndARetiredDocument() {
        Story story = new Story("Followed");
        SearchStory.tell(SearchStory.first(story, new Clause("A clause on quibblefrogs.", null)));
        search("q=quibblefrogs").body("total", equalTo(1));

        Gateway.tell(
                SearchStory.version(story, 2, ChangeKind.SUBSTANTIVE, new Clause("A clause on wobblenewts.", null)));
        awaitTotal("q=wobblenewts", 1);
        search("q=quibblefrogs").body("total", equalTo(0));

        Gateway.tell(List.of(story.retired()));
        awaitTotal("q=wobblenewts", 0);
    }

    @Test
    void findsChangesByTheWordsThatWentToo() {
        Story story = new Story("Altered");
        ChangeDetected change =
                story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "You may flumprinate.", "You must not.");
        SearchStory.tell(List.of(
                story.registered(),
                story.detected(change),
                story.classified(change, Story.meaning("non-compete", Severity.MEDIUM, "eu-competition"))));

        awaitTotal("q=%22flumprinate%22+must&in=changes", 1);
        search("q=%22you+must+not%22&in=changes&platform=altered&severity=medium&type=non-compete")
                .body("items[0].id", equalTo(change.changeId()))
                .body("items[0].severity", equalTo("MEDIUM"))
                .body("items[0].link", equalTo("/changes/" + change.changeId()));
        search("q=%22you+must+not%22&in=changes&platform=altered&severity=high").body("total", equalTo(0));
    }

    @Test
    void pagesWithACursorThroughAllOnce() {
        Clause[] clauses = new Clause[7];
        for (int i = 0; i < clauses.length; i++) {
            clauses[i] = new Clause("Number " + i + " of the plonkwarbles.", null);
        }
        SearchStory.tell(SearchStory.first(new Story("Paged search"), clauses));

        List<String> seen = new ArrayList<>();
        String path = "/api/v1/search?q=plonkwarbles&limit=3";
        String next = path;
        while (next != null) {
            JsonPath page = Gateway.json(next);
            seen.addAll(page.getList("items.id"));
            String cursor = page.getString("next");
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }

        assertEquals(7, seen.size());
        assertEquals(7, seen.stream().distinct().count());
        signed().get(path).then().header("Link", containsString("rel=\"next\""));
    }

    @Test
    void showsHowOtherPlatformsHandleItOrNothing() {
        String words = "We may use what you write to train our models unless you opt out in your settings.";
        SearchStory.tell(SearchStory.first(
                new Story("Likened"),
                new Clause(words, "ai-training"),
                new Clause("The seat is Pelford.", "governing-law")));
        SearchStory.tell(SearchStory.first(
                new Story("Resembling"),
                new Clause("What you write may be used to train models; opt out in your settings.", "ai-training"),
                new Clause("Fees are paid each month.", "fees-or-refunds")));

        signed().get("/api/v1/provisions/likened-terms-of-service-0/similar?limit=50")
                .then()
                .statusCode(200)
                .body("items.document.platform", hasItem("resembling"))
                .body("items.find { it.document.platform == 'resembling' }.types", contains("ai-training"));
        signed().get("/api/v1/provisions/likened-terms-of-service-1/similar")
                .then()
                .statusCode(200)
                .body("items", empty());
        signed().get("/api/v1/provisions/none-of-this-id/similar").then().statusCode(404);
    }

    @Test
    void isMadeAnewWithTheReadModelAndServesMeanwhile() {
        SearchStory.tell(SearchStory.first(new Story("Rebuilt search"), new Clause("On glimmerfax.", null)));
        search("q=glimmerfax").body("total", equalTo(1));

        signed().post("/api/v1/admin/read-model/rebuild").then().statusCode(202);
        search("q=glimmerfax").body("total", equalTo(1));
        Gateway.awaitReadModel();
        SearchStory.awaitIndex();
        search("q=glimmerfax").body("total", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=5, q, it is needed",
        "q=, q, it is needed",
        "q=%22open, q, a quotation mark has no other",
        "q=-beta, q, it only says what must not be there",
        "q=the+of, q, it names no word",
        "q=trai*, q, it has a wildcard",
        "q=/a.*b/, q, it has a regular expression",
        "q=a1&in=laws, in, it is not known",
        "q=a1&severity=high, severity, only changes have a severity",
        "q=a1&since=2026-02-01&until=2026-01-01, until, it is before since",
        "q=a1&since=yesterday, since, it is neither a date",
        "q=a1&cursor=xx, cursor, it is not a cursor",
        "q=a1&limit=0, limit, it is not a whole number",
        "q=xqzzyq&platform=nobody, platform, no such platform is watched",
        "q=a1&platfrom=x, platfrom, this address has no such parameter"
    })
    void saysWhatIsWrongWithAQuery(String parameters, String parameter, String reason) {
        SearchStory.tell(SearchStory.first(new Story("Asked wrongly"), TRAINING));
        signed().get("/api/v1/search?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter))
                .body("reason", containsString(reason));
    }

    private static ValidatableResponse search(String parameters) {
        return signed().get("/api/v1/search?" + parameters).then().statusCode(200);
    }

    private static void awaitTotal(String parameters, int total) {
        Awaitility.await()
                .until(() -> Gateway.json("/api/v1/search?" + parameters).getInt("total") == total);
    }
}
