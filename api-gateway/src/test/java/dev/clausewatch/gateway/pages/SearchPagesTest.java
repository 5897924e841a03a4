package dev.clausewatch.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.gateway.search.SearchStory;
import dev.clausewatch.gateway.search.SearchStory.Clause;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class SearchPagesTest {

    private static final String WORDS =
            "We may use <b>what</b> you write to train our snorkmodels, unless you opt out.";

    @Test
    void showsTheWordsThatWereAskedForAndWhatNarrowsThem() {
        SearchStory.tell(SearchStory.first(
                new Story("Shown"), new Clause(WORDS, "ai-training"), new Clause("Snorkmodels again.", "trackers")));

        page("/search").body(containsString("name=\"q\""));
        page("/search?q=training+snorkmodels")
                .body(containsString("to <mark>train</mark> our <mark>snorkmodels</mark>"))
                .body(containsString("&lt;b&gt;"))
                .body(containsString("platform=shown"))
                .body(containsString("in=changes"));
        page("/search?q=snorkmodels&type=trackers&platform=shown").body(containsString("1 found"));
        page("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body(not(containsString("<script>")));
        person().get("/search?q=%22open").then().statusCode(400).body(containsString("a quotation mark has no other"));
    }

    @Test
    void putsPlatformsSideBySide() {
        SearchStory.tell(SearchStory.first(new Story("Leftside"), new Clause(WORDS, "ai-training")));
        SearchStory.tell(SearchStory.first(new Story("Rightside"), new Clause("Cookies.", "trackers")));

        page("/compare").body(containsString("<option value=\"leftside\""));
        page("/compare?platform=leftside&platform=rightside&platform=&type=")
                .body(containsString("Leftside"))
                .body(containsString("None found"))
                .body(containsString("type=ai-training"));
        page("/compare?platform=leftside&platform=rightside&type=ai-training")
                .body(containsString("you write to train our snorkmodels"));
    }

    @Test
    void showsBesideAProvisionHowOthersHandleIt() {
        SearchStory.tell(SearchStory.first(new Story("Beside one"), new Clause(WORDS, "ai-training")));
        SearchStory.tell(SearchStory.first(new Story("Beside two"), new Clause(WORDS, "ai-training")));

        page("/provisions/beside-one-terms-of-service-0")
                .body(containsString("How other platforms handle this"))
                .body(containsString("/provisions/beside-two-terms-of-service-0"));
    }

    private static ValidatableResponse page(String path) {
        return person().get(path).then().statusCode(200);
    }

    /** Somebody who is signed in; addresses are encoded as they stand. */
    private static RequestSpecification person() {
        String session = given().redirects()
                .follow(false)
                .formParam("key", Gateway.firstKey())
                .formParam("to", "/")
                .post("/sign-in")
                .cookie("cw_session");
        return given().urlEncodingEnabled(false).accept("text/html,*/*;q=0.8").cookie("cw_session", session);
    }
}
