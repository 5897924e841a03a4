package dev.clausewatch.crawler.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.SnapshotPlan.Planned;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.RawCapture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String PAGE = "https://nimbus.example/terms";

    private final Snapshot newest =
            new Snapshot("s1", 1, Ids.sha256("A\n"), NOW, reading(PAGE, "A\n").sources());

    @Test
    void beginsWithTheSite() {
        assertEquals(List.of("SITE A"), plan(null, "A", null, null));
    }

    @Test
    void writesNothingForTheTextThatIsThere() {
        assertEquals(List.of(), plan(newest, "A", null, null));
    }

    @Test
    void blamesTheSiteForAnotherText() {
        assertEquals(List.of("SITE B"), plan(newest, "B", null, null));
    }

    @Test
    void blamesTheDeclarationForWhatTheOldBytesSayToo() {
        assertEquals(
                List.of("DECLARATION_UPGRADE B"),
                plan(newest, "B", CaptureCause.DECLARATION_UPGRADE, reading(PAGE, "B\n")));
    }

    @Test
    void tellsApartWhatTheExtractorAndWhatTheSiteChanged() {
        assertEquals(
                List.of("EXTRACTOR_UPGRADE B", "SITE C"),
                plan(newest, "C", CaptureCause.EXTRACTOR_UPGRADE, reading(PAGE, "B\n")));
    }

    @Test
    void blamesTheSiteWhenTheOldBytesCannotBeReadInTheNewWay() {
        assertEquals(List.of("SITE B"), plan(newest, "B", CaptureCause.DECLARATION_UPGRADE, null));
    }

    @Test
    void doesNotTakeAnotherAddressForAChangeOfTheSite() {
        List<Planned> planned = SnapshotPlan.plan(
                newest, reading("https://nimbus.example/moved", "B\n"), CaptureCause.DECLARATION_UPGRADE, null);
        assertEquals(CaptureCause.DECLARATION_UPGRADE, planned.getFirst().cause());
    }

    @Test
    void takesALaterChangeAtTheNewAddressForOneOfTheSite() {
        List<Planned> planned = SnapshotPlan.plan(newest, reading("https://nimbus.example/moved", "B\n"), null, null);
        assertEquals(CaptureCause.SITE, planned.getFirst().cause());
    }

    private static List<String> plan(
            @Nullable Snapshot newest, String current, @Nullable CaptureCause upgrade, @Nullable Reading reread) {
        return SnapshotPlan.plan(newest, reading(PAGE, current + "\n"), upgrade, reread).stream()
                .map(planned -> planned.cause() + " " + planned.reading().text().strip())
                .toList();
    }

    private static Reading reading(String url, String text) {
        RawBytes body = new RawBytes(text.getBytes(StandardCharsets.UTF_8));
        RawCapture raw = new RawCapture(url, url, 200, "text/html", body.sha256(), body.size(), NOW);
        return new Reading(text, List.of(new Reading.ReadPage(new CapturedSource(raw, null, Map.of()), body)));
    }
}
