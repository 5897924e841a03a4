package dev.clausewatch.crawler.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.SnapshotPlan.Planned;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.RawCapture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String PAGE = "https://nimbus.example/terms";
    private static final String MOVED = "https://nimbus.example/moved";

    private static final Snapshot CAPTURED = new Snapshot(
            "s1", 1, Ids.sha256("A\n"), Origin.LIVE, NOW, reading(PAGE, "A\n").sources());
    private static final Snapshot IMPORTED = new Snapshot("s1", 1, Ids.sha256("A\n"), Origin.IMPORT, NOW, List.of());

    @Test
    void beginsWithTheSite() {
        assertEquals("SITE A", captured(null, "A", null));
    }

    @Test
    void writesNothingForTheTextThatIsThere() {
        assertEquals("nothing", captured(CAPTURED, "A", null));
        assertEquals("nothing", captured(CAPTURED, "A", CaptureCause.EXTRACTOR_UPGRADE));
        assertEquals("nothing", captured(IMPORTED, "A", CaptureCause.EXTRACTOR_UPGRADE));
    }

    @Test
    void blamesTheSiteForAnotherText() {
        assertEquals("SITE B", captured(CAPTURED, "B", null));
    }

    @Test
    void blamesOurReadingForWhatTheOldBytesSayInIt() {
        assertEquals("DECLARATION_UPGRADE B", reread("B", CaptureCause.DECLARATION_UPGRADE));
        assertEquals("EXTRACTOR_UPGRADE B", reread("B", CaptureCause.EXTRACTOR_UPGRADE));
        assertEquals("nothing", reread("A", CaptureCause.EXTRACTOR_UPGRADE));
    }

    @Test
    void blamesTheSiteWhenTheOldBytesCannotBeReadInTheNewWay() {
        assertEquals("SITE B", captured(CAPTURED, "B", CaptureCause.DECLARATION_UPGRADE));
    }

    @Test
    void doesNotTakeAnotherAddressForAChangeOfTheSite() {
        assertEquals(
                "DECLARATION_UPGRADE B",
                say(SnapshotPlan.ofCapture(CAPTURED, reading(MOVED, "B\n"), CaptureCause.DECLARATION_UPGRADE)));
    }

    @Test
    void takesALaterChangeAtTheNewAddressForOneOfTheSite() {
        assertEquals("SITE B", say(SnapshotPlan.ofCapture(CAPTURED, reading(MOVED, "B\n"), null)));
    }

    @ParameterizedTest
    @EnumSource(
            value = CaptureCause.class,
            names = {"EXTRACTOR_UPGRADE", "DECLARATION_UPGRADE"})
    void takesTheFirstCaptureAfterAnImportForAnotherReading(CaptureCause upgrade) {
        assertEquals("EXTRACTOR_UPGRADE B", captured(IMPORTED, "B", upgrade));
    }

    @Test
    void takesAChangeAfterTheImportedTextWasVerifiedForOneOfTheSite() {
        assertEquals("SITE B", captured(IMPORTED, "B", null));
    }

    private static String captured(@Nullable Snapshot newest, String current, @Nullable CaptureCause upgrade) {
        return say(SnapshotPlan.ofCapture(newest, reading(PAGE, current + "\n"), upgrade));
    }

    private static String reread(String text, CaptureCause upgrade) {
        return say(SnapshotPlan.ofReread(CAPTURED, reading(PAGE, text + "\n"), upgrade));
    }

    private static String say(Optional<Planned> planned) {
        return planned.map(one -> one.cause() + " " + one.reading().text().strip())
                .orElse("nothing");
    }

    private static DocumentText reading(String url, String text) {
        RawBytes body = new RawBytes(text.getBytes(StandardCharsets.UTF_8));
        RawCapture raw = new RawCapture(url, url, 200, "text/html", body.sha256(), body.size(), NOW);
        return new DocumentText(
                text, List.of(new DocumentText.ReadPage(new CapturedSource(raw, null, Map.of()), body)));
    }
}
