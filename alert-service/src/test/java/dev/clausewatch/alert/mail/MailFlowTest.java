package dev.clausewatch.alert.mail;

import static dev.clausewatch.alert.Changes.change;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.MatchingPlanner;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails from subscription to inbox, through a mail server. */
@QuarkusTest
@WithKafka
@WithPostgres
@WithTestResource(value = MailServer.class, scope = TestResourceScope.GLOBAL)
class MailFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    MatchingPlanner planner;

    private String platform;
    private String address;
    private String a;

    @BeforeEach
    void name() {
        platform = "Platform " + UUID.randomUUID();
        address = "legal-" + UUID.randomUUID() + "@reader.example";
        a = "a-" + UUID.randomUUID();
    }

    @Test
    void anAddressGetsNothingButTheQuestionBeforeItSaysYes() throws MessagingException, IOException {
        String id = subscribe();
        plan(a);
        service().post("/subscriptions/" + id + "/test").then().statusCode(409);

        MimeMessage question = awaitMail(1);
        assertEquals("Please confirm this address", question.getSubject());
        follow(question, "confirm").then().statusCode(204);
        follow(question, "confirm").then().statusCode(204);
        service().get("/subscriptions/" + id).then().body("active", is(true));
        plan("b-" + a);

        assertTrue(text(awaitMail(2)).contains("/changes/b-" + a));
        assertEquals(2, MailServer.inbox(address).size());
    }

    @Test
    void aRetractionAnswersItsAlert() throws MessagingException, IOException {
        subscribeAndConfirm();
        plan(a);
        MimeMessage alert = awaitMail(2);
        QuarkusTransaction.requiringNew()
                .run(() -> planner.classified(
                        change("b-" + a).platform(platform).reverting(a).build()));

        MimeMessage retraction = awaitMail(3);

        assertEquals(alert.getMessageID(), retraction.getHeader("In-Reply-To", null));
        assertEquals(alert.getMessageID(), retraction.getHeader("References", null));
        assertEquals("Re: " + alert.getSubject(), retraction.getSubject());
        assertTrue(text(retraction).contains("The change we told you of is gone"));
    }

    @Test
    void oneClickStopsTheMailsUntilTheAddressSaysYesAgain() throws MessagingException, IOException {
        String id = subscribeAndConfirm();
        plan(a);
        MimeMessage alert = awaitMail(2);
        assertEquals("List-Unsubscribe=One-Click", alert.getHeader("List-Unsubscribe-Post", null));

        follow(alert, "unsubscribe").then().statusCode(204);
        plan("b-" + a);
        follow(MailServer.inbox(address).getFirst(), "confirm").then().statusCode(204);
        service().get("/subscriptions/" + id).then().body("inactiveReason", is("unsubscribed"));
        service()
                .body("{\"active\": true}")
                .patch("/subscriptions/" + id)
                .then()
                .body("active", is(false));

        assertEquals("Please confirm this address", awaitMail(3).getSubject());
    }

    @Test
    void anAddressIsNotAskedAgainAndAgain() {
        subscribe();
        subscribe();
        subscribe();

        request().then().statusCode(429);
    }

    @Test
    void aLinkWithAnotherTokenDoesNothing() throws MessagingException, IOException {
        String id = subscribe();
        MimeMessage question = awaitMail(1);
        String unsubscribe = question.getHeader("List-Unsubscribe", null);

        post("confirm", id, "nonsense").then().statusCode(409);
        post("confirm", id, token(unsubscribe)).then().statusCode(409);
        post("confirm", "nobody", token(unsubscribe)).then().statusCode(409);
        service().get("/subscriptions/" + id).then().body("inactiveReason", is("unconfirmed"));
    }

    private String subscribeAndConfirm() throws MessagingException, IOException {
        String id = subscribe();
        follow(awaitMail(1), "confirm").then().statusCode(204);
        return id;
    }

    private String subscribe() {
        return request().then().statusCode(201).extract().jsonPath().getString("id");
    }

    private io.restassured.response.Response request() {
        return service()
                .body(Map.of(
                        "name",
                        "Legal",
                        "destination",
                        Map.of("kind", "mail", "address", address),
                        "filter",
                        Map.of("platforms", List.of(platform))))
                .post("/subscriptions");
    }

    private void plan(String changeId) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        planner.classified(change(changeId).platform(platform).build()));
    }

    private MimeMessage awaitMail(int number) {
        await().atMost(PATIENCE).until(() -> MailServer.inbox(address).size() >= number);
        return MailServer.inbox(address).get(number - 1);
    }

    /** Does what the gateway does when a reader follows a link. */
    private static io.restassured.response.Response follow(MimeMessage mail, String action)
            throws MessagingException, IOException {
        String text = text(mail);
        String link = text.substring(text.indexOf("https://clausewatch.example/mail/" + action))
                .split("\\s", 2)[0];
        String id = link.substring(link.indexOf("subscription=") + "subscription=".length(), link.indexOf('&'));
        return post(action, id, token(link));
    }

    private static io.restassured.response.Response post(String action, String id, String token) {
        return service().body(Map.of("subscription", id, "token", token)).post("/mail/" + action);
    }

    private static String token(String link) {
        return link.substring(link.indexOf("token=") + "token=".length()).replace(">", "");
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    private static RequestSpecification service() {
        return given().header("Authorization", "Bearer test-token").contentType("application/json");
    }
}
