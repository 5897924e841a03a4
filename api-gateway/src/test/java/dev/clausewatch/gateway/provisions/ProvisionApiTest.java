package dev.clausewatch.gateway.provisions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class ProvisionApiTest {

    @Test
    void tellsTheWholeLifeOfAProvision() {
        Gateway.tell(life(new Story("Life"), "life"));

        provision("life-use")
                .body("document.platform", equalTo("Life"))
                .body("firstSeen.sequence", equalTo(1))
                .body("firstSeen.firstSeenAt", equalTo("2026-04-01T01:00:00Z"))
                .body("current.number", equalTo("1."))
                .body("current.headingPath", contains("Terms", "Conduct"))
                .body("current.text", equalTo("Be kind."))
                .body("goneSince", nullValue())
                .body("steps.what", contains(List.of("ADDED"), List.of("EDITED"), List.of("HEADING_CHANGED")))
                .body("steps.version.sequence", contains(1, 2, 3))
                .body("steps.kind", contains("BASELINE", "SUBSTANTIVE", "EDITORIAL"))
                .body("steps[1].before.text", equalTo("Be good."))
                .body("steps[1].after.text", equalTo("Be kind."))
                .body("steps[1].redline.op", contains("DELETE", "INSERT"));
        provision("life-pay")
                .body("current", nullValue())
                .body("goneSince.sequence", equalTo(5))
                .body("steps.what", contains(List.of("ADDED"), List.of("RENUMBERED"), List.of("REMOVED")))
                .body("steps.number", contains("2.", "3.", "3."))
                .body("steps.redline[1]", empty());
        Gateway.signed()
                .get("/api/v1/provisions/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("none"));
    }

    @Test
    void tellsTheArchiveOfADocumentInsteadOfAnAddress() {
        Story story = Story.archived("Life Kept", "archive:kept+versions");
        Gateway.tell(List.of(
                story.imported(1, "Be kind.", "kept versions"),
                story.detected(story.version(1, ChangeKind.BASELINE, List.of(ref("kept-use", "1."))))));

        provision("kept-use").body("document.url", nullValue()).body("document.archive.name", equalTo("kept versions"));
    }

    @Test
    void tellsTheSameLivesAfterARebuild() {
        Gateway.tell(life(new Story("Relived"), "relived"));
        List<String> ids = List.of("relived-use", "relived-pay", "relived-ask");
        List<String> before = ids.stream().map(ProvisionApiTest::answer).toList();

        Gateway.signed().post("/api/v1/admin/read-model/rebuild").then().statusCode(202);
        Gateway.awaitReadModel();

        assertTrue(before.get(0).contains("HEADING_CHANGED"), () -> before.get(0));
        assertEquals(before, ids.stream().map(ProvisionApiTest::answer).toList());
    }

    @Test
    void saysWhereProvisionsCameFromAndWentTo() {
        Story story = new Story("Kin");
        List<ProvisionRef> first = List.of(ref("whole", "1."), ref("left", "2."), ref("right", "3."));
        List<ProvisionRef> second = List.of(ref("whole", "1."), ref("part", "2."), ref("left", "3."));
        Gateway.tell(List.of(
                story.detected(story.version(1, ChangeKind.BASELINE, first)),
                story.detected(story.version(
                        2,
                        ChangeKind.SUBSTANTIVE,
                        second,
                        touched("whole", Set.of(ProvisionChange.SPLIT), List.of("whole"), "One. Two.", "One."),
                        touched("part", Set.of(ProvisionChange.SPLIT), List.of("whole"), null, "Two."),
                        touched("left", Set.of(ProvisionChange.MERGED), List.of("left", "right"), "L.", "L. R.")))));

        provision("whole")
                .body("steps.what", contains(List.of("ADDED"), List.of("SPLIT")))
                .body("steps[1].into", contains("part"));
        provision("part").body("steps.what", contains(List.of("SPLIT"))).body("steps[0].from", contains("whole"));
        provision("left").body("steps[1].from", contains("left", "right")).body("steps[1].into", empty());
        provision("right")
                .body("steps.what", contains(List.of("ADDED"), List.of("MERGED")))
                .body("steps[1].into", contains("left"))
                .body("goneSince.sequence", equalTo(2));
    }

    @Test
    void tellsOfAProvisionThatOnlyASuspectTextKnew() {
        Story story = new Story("Doubt");
        Gateway.tell(List.of(
                story.detected(story.version(1, ChangeKind.BASELINE, List.of(ref("firm", "1.")))),
                story.detected(story.version(
                        2,
                        ChangeKind.SUSPECT,
                        List.of(ref("wall", "1.")),
                        touched("wall", Set.of(ProvisionChange.ADDED), List.of(), null, "Sign in.")))));
        provision("firm").body("current.number", equalTo("1.")).body("steps.what", contains(List.of("ADDED")));
        provision("wall").body("current", nullValue()).body("goneSince", nullValue());
    }

    @Test
    void listsTheProvisionsOfEachVersion() {
        Story story = new Story("Listed");
        Gateway.tell(life(story, "listed"));
        String address = "/api/v1/documents/" + story.documentId() + "/provisions";

        JsonPath first = Gateway.json(address + "?limit=1");
        assertEquals(List.of("listed-use"), first.getList("items.id"));
        assertEquals(List.of("Be kind."), first.getList("items.text"));
        JsonPath last = Gateway.json(address + "?limit=1&cursor=" + first.getString("next"));
        assertEquals(List.of("listed-ask"), last.getList("items.id"));
        assertNull(last.getString("next"));

        JsonPath earlier = Gateway.json(address + "?version=" + story.snapshotId(1));
        assertEquals(List.of("listed-use", "listed-pay"), earlier.getList("items.id"));
        assertNull(earlier.getString("items[0].text"));
        Gateway.signed().get(address + "?version=none").then().statusCode(404);
        Gateway.signed().get("/api/v1/documents/none/provisions").then().statusCode(404);
    }

    @Test
    void walksThroughALongLife() {
        Story story = new Story("Long");
        List<Story.Told> told = new ArrayList<>();
        IntStream.rangeClosed(1, 120)
                .mapToObj(i -> story.version(i, ChangeKind.EDITORIAL, List.of(ref("long", i + "."))))
                .forEach(change -> told.add(story.detected(change)));
        Gateway.tell(told);

        List<String> numbers = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath life = Gateway.json("/api/v1/provisions/long" + (next.isEmpty() ? "" : "?cursor=" + next));
            numbers.addAll(life.getList("steps.number", String.class));
            next = life.getString("next");
        }
        assertEquals(IntStream.rangeClosed(1, 120).mapToObj(i -> i + ".").toList(), numbers);
    }

    /** Five versions; the fourth is suspect, and classifications tell of changes before the changes themselves are read. */
    private static List<Story.Told> life(Story story, String name) {
        ProvisionRef use = new ProvisionRef(name + "-use", "1.", List.of("Terms"), 0, 8);
        ProvisionRef moved = new ProvisionRef(name + "-use", "1.", List.of("Terms", "Conduct"), 0, 8);
        ProvisionRef ask = ref(name + "-ask", "2.");
        ChangeDetected edited = story.version(
                2,
                ChangeKind.SUBSTANTIVE,
                List.of(use, ask, ref(name + "-pay", "3.")),
                touched(use.id(), Set.of(ProvisionChange.EDITED), List.of(), "Be good.", "Be kind."),
                touched(ask.id(), Set.of(ProvisionChange.ADDED), List.of(), null, "Ask."));
        ChangeDetected removed = story.version(
                5,
                ChangeKind.SUBSTANTIVE,
                List.of(moved, ask),
                touched(name + "-pay", Set.of(ProvisionChange.REMOVED), List.of(), "Pay.", null));
        return List.of(
                story.classified(removed, 0, Severity.LOW, "copyright"),
                story.captured(5, "Be kind.\nAsk.\n"),
                story.detected(story.version(1, ChangeKind.BASELINE, List.of(use, ref(name + "-pay", "2.")))),
                story.detected(edited),
                story.detected(story.version(3, ChangeKind.EDITORIAL, List.of(moved, ask, ref(name + "-pay", "3.")))),
                story.detected(story.version(4, ChangeKind.SUSPECT, List.of())),
                story.detected(removed),
                story.detected(story.recut(removed, List.of(moved, ask))));
    }

    private static ValidatableResponse provision(String id) {
        return Gateway.signed().get("/api/v1/provisions/" + id).then().statusCode(200);
    }

    private static String answer(String id) {
        return Gateway.signed().get("/api/v1/provisions/" + id).asString();
    }

    private static ProvisionRef ref(String id, String number) {
        return new ProvisionRef(id, number, List.of("Terms"), 9, 13);
    }

    private static TouchedProvision touched(
            String id, Set<ProvisionChange> what, List<String> from, @Nullable String before, @Nullable String after) {
        return new TouchedProvision(id, what, from, text(id, before), text(id, after), List.of());
    }

    private static @Nullable ProvisionText text(String id, @Nullable String words) {
        return words == null ? null : new ProvisionText(id, "3.", List.of("Terms"), null, words, 0, words.length());
    }
}
