package dev.clausewatch.gateway.feeds;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Topic;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Feeds as readers take them: parsed with a parser that knows namespaces and forgives nothing. */
@QuarkusTest
@WithKafka
@WithPostgres
class ChangeFeedApiTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String THREAD = "http://purl.org/syndication/thread/1.0";

    @Inject
    Database database;

    @Test
    void everyEntryHasWhatAtomAsksFor() throws Exception {
        Story story = new Story("Fed");
        ChangeDetected change = story.change(
                1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "You may train on it.", "You may not train on it.");
        Gateway.tell(List.of(story.captured(2, "b"), story.classified(change, 0, Severity.HIGH, "eu-ai-act")));

        Document feed = feed("/api/v1/platforms/fed/changes.atom");
        Element root = feed.getDocumentElement();
        assertEquals("feed", root.getLocalName());
        for (String needed : List.of("id", "title", "updated", "author", "link")) {
            assertFalse(children(root, needed).isEmpty(), needed);
        }
        assertEquals(1, entries(feed).size());
        Element entry = entries(feed).getFirst();
        assertTrue(text(entry, "id").startsWith("urn:uuid:"), text(entry, "id"));
        assertEquals("Summary 0", text(entry, "title"));
        assertEquals("Summary 0", text(entry, "summary"));
        assertEquals("2026-04-01T02:00:01Z", text(entry, "updated"));
        Element content = children(entry, "content").getFirst();
        assertEquals("html", content.getAttribute("type"));
        String html = content.getTextContent();
        assertTrue(html.contains("<del>You may train on it.</del><ins>You may not train on it.</ins>"), html);
        assertTrue(children(entry, "category").stream()
                .anyMatch(category -> category.getAttribute("term").equals("eu-ai-act")
                        && category.getAttribute("scheme").equals("urn:clausewatch:area")));
        assertTrue(children(entry, "link").stream()
                .anyMatch(link -> link.getAttribute("href").endsWith("/changes/" + change.changeId())));
    }

    @Test
    void idsAreTheSameWhateverTheHostAndTheTime() throws Exception {
        Story story = new Story("Fed Twice");
        Gateway.tell(List.of(story.detected(story.change(1, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b"))));
        String address = "/api/v1/platforms/fed-twice/changes.atom";
        Document first = feed(address);
        Document other = parse(Gateway.signed().header("Host", "other.example").get(address));
        Document filtered = feed("/api/v1/changes.atom?platform=fed-twice&limit=3");

        assertEquals(text(first.getDocumentElement(), "id"), text(other.getDocumentElement(), "id"));
        assertEquals(text(first.getDocumentElement(), "id"), text(filtered.getDocumentElement(), "id"));
        assertEquals(text(entries(first).getFirst(), "id"), text(entries(other).getFirst(), "id"));
        assertNotEquals(
                text(first.getDocumentElement(), "id"),
                text(
                        feed("/api/v1/changes.atom?platform=fed-twice&kind=editorial")
                                .getDocumentElement(),
                        "id"));
    }

    @Test
    void aRetractionIsAnEntryThatSaysSoAndNamesWhatItUndoes() throws Exception {
        Story story = new Story("Fed Back");
        ChangeDetected told = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        ChangeDetected plain = story.change(2, ChangeKind.REVERTED, Settlement.SETTLED, "b", "a");
        ChangeDetected back = plain.withVerdict(plain.verdict().returningTo(told.to(), List.of(told.changeId())));
        ChangeDetected unrelated = story.change(3, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "a.");
        Gateway.tell(List.of(
                story.classified(told, 0, Severity.HIGH, "eu-ai-act"),
                story.classified(back, 0, Severity.LOW, "copyright"),
                story.detected(unrelated)));

        List<Element> entries = entries(feed(
                "/api/v1/changes.atom?document=" + story.documentId() + "&alert=true&area=eu-ai-act&severity=high"));
        assertEquals(2, entries.size());
        Element retraction = entries.getFirst();
        assertTrue(text(retraction, "title").startsWith("Retraction: "), text(retraction, "title"));
        assertTrue(children(retraction, "content").getFirst().getTextContent().contains("holds no longer"));
        Element reply = (Element)
                retraction.getElementsByTagNameNS(THREAD, "in-reply-to").item(0);
        assertEquals(text(entries.get(1), "id"), reply.getAttribute("ref"));

        // The same of a row of a release that did not keep what a return undoes.
        database.sql("update read.change set reverts = null where change_id = :id")
                .bind("id", back.changeId())
                .update();
        assertEquals(
                2,
                entries(feed("/api/v1/changes.atom?document=" + story.documentId() + "&alert=true"))
                        .size());
    }

    @Test
    void aReturnThatWaitsRetractsNothingAndAWithdrawnChangeSaysSo() throws Exception {
        Story story = new Story("Fed Waiting");
        ChangeDetected told = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", "b");
        ChangeDetected plain = story.change(2, ChangeKind.REVERTED, Settlement.PENDING, "b", "a");
        ChangeDetected waiting = plain.withVerdict(plain.verdict().returningTo(told.to(), List.of(told.changeId())));
        ChangeDetected withdrawn = story.change(3, ChangeKind.SUBSTANTIVE, Settlement.PENDING, "a", "c");
        Gateway.tell(List.of(
                story.classified(told, 0, Severity.HIGH, "eu-ai-act"),
                story.classified(waiting, 0, Severity.LOW, "copyright"),
                story.classified(withdrawn, 0, Severity.LOW, "copyright"),
                story.told(Topic.CLASSIFICATIONS, story.settled(withdrawn, SettlementOutcome.WITHDRAWN))));

        List<String> titles = entries(feed("/api/v1/documents/" + story.documentId() + "/changes.atom")).stream()
                .map(entry -> text(entry, "title"))
                .toList();
        assertEquals(3, titles.size());
        assertTrue(titles.get(0).startsWith("Withdrawn before anybody was told: "), titles.get(0));
        assertFalse(titles.get(1).startsWith("Retraction"), titles.get(1));
    }

    @Test
    void walksThroughItsParts() throws Exception {
        Story story = new Story("Fed Long");
        Gateway.tell(IntStream.rangeClosed(1, 7)
                .mapToObj(i -> story.detected(story.change(i, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b")))
                .toList());
        List<String> ids = new ArrayList<>();
        String next = "/api/v1/changes.atom?platform=fed-long&limit=3";
        String id = null;
        while (next != null) {
            Document part = feed(next);
            entries(part).forEach(entry -> ids.add(text(entry, "id")));
            assertTrue(id == null || id.equals(text(part.getDocumentElement(), "id")));
            id = text(part.getDocumentElement(), "id");
            next = children(part.getDocumentElement(), "link").stream()
                    .filter(link -> link.getAttribute("rel").equals("next"))
                    .map(link -> link.getAttribute("href"))
                    .findFirst()
                    .orElse(null);
        }
        assertEquals(7, ids.stream().distinct().count());
        assertEquals(7, ids.size());
    }

    @Test
    void answersWhatDidNotChangeWith304() {
        Story story = new Story("Fed Still");
        Gateway.tell(List.of(story.detected(story.change(1, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b"))));
        String address = "/api/v1/platforms/fed-still/changes.atom";
        String tag = Gateway.signed().get(address).header("ETag");
        Gateway.signed().header("If-None-Match", tag).get(address).then().statusCode(304);

        Gateway.tell(List.of(story.detected(story.change(2, ChangeKind.EDITORIAL, Settlement.SETTLED, "b", "c"))));
        Gateway.signed().header("If-None-Match", tag).get(address).then().statusCode(200);
    }

    @Test
    void hostileTextsBreakNoFeed() throws Exception {
        Story story = new Story("Fed <evil> & \"worse\" ]]>");
        String hostile = "</content></entry><script>alert(1)</script> ]]> &amp; \u0007\uFFFE\uFFFF\uD83D\uDE00 end";
        ChangeDetected change = story.change(1, ChangeKind.SUBSTANTIVE, Settlement.SETTLED, "a", hostile);
        Gateway.tell(List.of(story.classified(change, 0, Severity.HIGH, "x\" onload=\"y")));

        Document feed = feed("/api/v1/changes.atom?document=" + story.documentId());
        assertEquals(1, entries(feed).size());
        String html = children(entries(feed).getFirst(), "content").getFirst().getTextContent();
        assertFalse(html.contains("<script"), html);
        assertTrue(html.contains("&lt;script&gt;alert(1)"), html);
        assertTrue(html.contains("\uD83D\uDE00"), html);
    }

    @Test
    void aTokenInTheAddressReadsFeedsAndNothingElse() {
        Story story = new Story("Fed By Token");
        Gateway.tell(List.of(story.detected(story.change(1, ChangeKind.EDITORIAL, Settlement.SETTLED, "a", "b"))));
        String reader = key("read");
        Response made = Gateway.with(reader)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"My reader\"}")
                .post("/api/v1/feed-tokens");
        assertEquals(201, made.statusCode());
        String secret = made.jsonPath().getString("secret");
        String id = made.jsonPath().getString("token.id");
        String feed = "/api/v1/platforms/fed-by-token/changes.atom?token=" + secret;

        given().urlEncodingEnabled(false).get(feed).then().statusCode(200);
        given().urlEncodingEnabled(false)
                .get(made.jsonPath().getString("address"))
                .then()
                .statusCode(200);
        given().get("/api/v1/changes?token=" + secret).then().statusCode(401);
        given().get("/api/v1/changes.csv?token=" + secret).then().statusCode(401);
        Gateway.with(secret).get("/api/v1/changes").then().statusCode(401);
        Gateway.with(secret).get("/api/v1/changes.atom").then().statusCode(401);
        given().formParam("key", secret)
                .redirects()
                .follow(false)
                .post("/sign-in")
                .then()
                .statusCode(401);
        given().get("/api/v1/changes.atom?token=" + reader).then().statusCode(401);
        given().get("/api/v1/changes.atom").then().statusCode(401);

        String stored = database.sql("select token_hash from access.feed_token where id = :id")
                .bind("id", id)
                .one(String.class);
        assertFalse(stored.contains(secret.substring(13)), "the secret is stored");

        Gateway.with(key("read")).delete("/api/v1/feed-tokens/" + id).then().statusCode(404);
        Gateway.with(reader).delete("/api/v1/feed-tokens/" + id).then().statusCode(204);
        given().urlEncodingEnabled(false).get(feed).then().statusCode(401);
    }

    @Test
    void aTokenEndsWithItsKey() {
        Response key = made("read");
        String secret = Gateway.with(key.jsonPath().getString("secret"))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"My reader\"}")
                .post("/api/v1/feed-tokens")
                .jsonPath()
                .getString("secret");
        String feed = "/api/v1/changes.atom?limit=1&token=" + secret;
        given().get(feed).then().statusCode(200);

        Gateway.signed()
                .delete("/api/v1/keys/" + key.jsonPath().getString("key.id"))
                .then()
                .statusCode(204);
        given().get(feed).then().statusCode(401);
    }

    @Test
    void refusesParametersThatTheAddressNamesAlready() {
        Gateway.signed()
                .get("/api/v1/platforms/fed/changes.atom?platform=other")
                .then()
                .statusCode(400);
        Gateway.signed().get("/api/v1/changes.atom?color=red").then().statusCode(400);
    }

    private static String key(String scope) {
        return made(scope).jsonPath().getString("secret");
    }

    private static Response made(String scope) {
        return Gateway.signed()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"A test\", \"scopes\": [\"" + scope + "\"]}")
                .post("/api/v1/keys");
    }

    private static Document feed(String address) throws Exception {
        return parse(Gateway.signed().get(address));
    }

    private static Document parse(Response answer) throws Exception {
        assertEquals(200, answer.statusCode(), answer.asString());
        assertTrue(answer.contentType().startsWith("application/atom+xml"), answer.contentType());
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
    }

    private static List<Element> entries(Document feed) {
        return children(feed.getDocumentElement(), "entry");
    }

    private static String text(Element parent, String name) {
        return children(parent, name).getFirst().getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element
                    && ATOM.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
