package dev.clausewatch.crawler.schedule;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.CapturedSource;
import dev.clausewatch.crawler.archive.DocumentText.ReadPage;
import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLimitedReaderTest {

    private static final String URL = "https://nimbus.example/terms";

    /** Looks at all siblings of each element, some minutes long. */
    private static final Selector SLOW = Selector.css("i ~ p ~ p");

    @Test
    void aPageThatTakesTooLongFailsWithARemedyAndItsThreadEnds() {
        PageReader reader = new PageReader(new Extractor(), new TimeLimitedReader(Duration.ofMillis(50)));
        Source source = new Source(URL, List.of(SLOW), List.of(), false);
        PageReader.Outcome.NoText none = assertInstanceOf(
                PageReader.Outcome.NoText.class,
                reader.capture(List.of(source), List.of(page("<div>" + "<p></p>".repeat(100_000))), null));
        assertEquals(FailureReason.EXTRACTION_TIMEOUT, none.failure().reason());
        assertTrue(
                none.failure().detail().contains("Declare simpler selectors"),
                none.failure().detail());
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(TimeLimitedReader.THREAD)));
        assertInstanceOf(
                PageReader.Outcome.NoText.class,
                reader.capture(List.of(source), List.of(page("<div>" + "<p></p>".repeat(100_000))), null),
                "what the first reading took must be given back");
    }

    @Test
    void anErrorOfTheReadingIsTheCapturesOwn() {
        TimeLimitedReader time = new TimeLimitedReader(Duration.ofMinutes(1));
        assertThrows(StackOverflowError.class, () -> time.within(TimeLimitedReaderTest::endless));
        assertEquals(Optional.of("text"), time.within(() -> "text"));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endless() {
        return endless() + 1;
    }

    private static ReadPage page(String html) {
        RawBytes body = new RawBytes(html.getBytes(StandardCharsets.UTF_8));
        RawCapture raw = new RawCapture(URL, URL, 200, "text/html", body.sha256(), body.size(), Instant.EPOCH);
        return new ReadPage(new CapturedSource(raw, null, Map.of()), body);
    }
}
