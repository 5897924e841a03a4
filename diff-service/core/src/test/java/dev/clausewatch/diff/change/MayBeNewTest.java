package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MayBeNewTest {

    private static final String PAGE = """
        # Orbitra Terms

        ## 1. Use

        1.1 You may use the service for any lawful purpose, as our policy says.

        1.2 You may end your plan at any time and get back what you paid within 30 days.

        ## 2. Content

        2.1 You keep all rights in what you write, and we host it for you only.

        2.2 We tell you by e-mail before we change these terms, at least 30 days ahead.
        """;

    private static final String TRAINING = "We may use the content that you upload to develop and train our AI models.";

    private static final String SILENT = "TECHNICAL silent technical SETTLED";
    private static final String WAITS = "TECHNICAL alertable may-be-new PENDING";

    private final Story story = new Story();

    @ParameterizedTest
    @EnumSource(names = {"EXTRACTOR_UPGRADE", "DECLARATION_UPGRADE"})
    void aClauseThatCameWithAnotherReadingWaitsAndSaysWhy(CaptureCause cause) {
        story.captured(PAGE);
        ChangeDetected change =
                story.captured(PAGE.replace("\n\n2.2", "\n\n" + TRAINING + "\n\n2.2"), Origin.LIVE, cause);
        assertEquals(WAITS, Story.summary(change));
        assertEquals(
                "One provision with words that no earlier version has came with another way of reading the page; may"
                        + " be new.",
                detail(change, "may-be-new"));
        assertEquals(List.of(TRAINING), shown(change));
    }

    @Test
    void wordsPutIntoAProvisionMayBeNewToo() {
        story.captured(PAGE);
        ChangeDetected change =
                reread(PAGE.replace("for you only.", "for you only, and to develop and train our AI models with it."));
        assertEquals(WAITS, Story.summary(change));
        assertEquals(1, change.touched().size());
    }

    @Test
    void anItemBindsWithWhatIntroducesIt() {
        String list = "You must not:\n\n* send spam to other people here\n";
        String item = "extract data or music from the pages with robots, spiders or scrapers";
        story.captured(PAGE + "\n" + list);
        assertEquals(List.of(item), shown(reread(PAGE + "\n" + list + "* " + item + "\n")));
    }

    @Test
    void onlyWhatMayBeNewIsShown() {
        story.captured(PAGE);
        ChangeDetected change =
                reread(PAGE.replace("30 days ahead", "thirty days ahead") + "\n" + TRAINING + "\n\nHelp\n");
        assertEquals(List.of(TRAINING), shown(change));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* Products\n* Pricing\n* Sign in\n* Your account\n* Help\n",
                "Contents\n\n* Use\n* Content\n",
                "Read this page in 7 minutes.\n",
                "Orbitra Inc., 1 Example Street, 12345 Example Town, EX, US, registered as number 987654\n",
                "You keep all rights in what you write, and we host it for you only. We tell you by e-mail before we"
                        + " change these terms, at least 30 days ahead.\n"
            })
    void whatIsNoProvisionOrWasKnownStaysSilent(String more) {
        story.captured(PAGE);
        assertEquals(SILENT, Story.summary(reread(PAGE + "\n" + more)));
    }

    @Test
    void wordsOfAnOlderVersionAreNotNew() {
        story.captured(PAGE + "\n" + TRAINING + "\n");
        story.captured(PAGE);
        story.captured(PAGE.replace("30 days", "14 days"));
        assertEquals(SILENT, Story.summary(reread(PAGE + "\nNote: " + TRAINING + "\n")));
    }

    @Test
    void shortItemsThatAreOneParagraphNowAreNotNew() {
        String items = "We collect:\n\n* your name\n* your e-mail\n* your address\n* your age\n* your pictures\n";
        story.captured(PAGE + "\n" + items);
        assertEquals(
                SILENT,
                Story.summary(
                        reread(PAGE + "\nWe collect: your name your e-mail your address your age your pictures\n")));
    }

    @Test
    void importsSayItAndStaySilent() {
        story.captured(PAGE, Origin.IMPORT, CaptureCause.SITE);
        ChangeDetected imported =
                story.captured(PAGE + "\n" + TRAINING + "\n", Origin.IMPORT, CaptureCause.EXTRACTOR_UPGRADE);
        assertEquals("TECHNICAL silent imported SETTLED", Story.summary(imported));
        assertTrue(Story.hasSignal(imported, "may-be-new"));
    }

    @Test
    void theFirstCaptureAfterAnImportSaysItAndStaysSilent() {
        story.captured(PAGE, Origin.IMPORT, CaptureCause.SITE);
        ChangeDetected first = reread(PAGE + "\n" + TRAINING + "\n");
        assertEquals(SILENT, Story.summary(first));
        assertTrue(Story.hasSignal(first, "may-be-new"));
    }

    @Test
    void wordsOfKeptBytesAreNotNew() {
        ChangeDetected before = story.captured(PAGE);
        Instant kept = before.to().firstSeenAt().minus(Duration.ofSeconds(1));
        String more = PAGE + "\n" + TRAINING + "\n";
        ChangeDetected change = story.captured(more, CaptureCause.EXTRACTOR_UPGRADE, page(kept));
        assertEquals(SILENT, Story.summary(change));
        assertTrue(Story.hasSignal(change, "stood-in-kept-bytes"));
        assertFalse(Story.hasSignal(change, "may-be-new"));
    }

    @Test
    void wordsOfAPageThatWasFetchedAgainMayBeNew() {
        ChangeDetected before = story.captured(PAGE);
        Instant fetched = before.to().firstSeenAt().plus(Duration.ofHours(1));
        assertEquals(
                WAITS,
                Story.summary(story.captured(
                        PAGE + "\n" + TRAINING + "\n", CaptureCause.DECLARATION_UPGRADE, page(fetched))));
    }

    @Test
    void theNextCaptureIsComparedWithThisReading() {
        story.captured(PAGE);
        String more = PAGE + "\n" + TRAINING + "\n";
        ChangeDetected reading = reread(more);
        ChangeDetected next = story.captured(more.replace("within 30 days", "within 14 days"));
        assertEquals(reading.to(), next.from());
        assertEquals(1, next.touched().size());
    }

    private ChangeDetected reread(String text) {
        return story.captured(text, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE);
    }

    private static RawCapture page(Instant fetchedAt) {
        return new RawCapture(
                "https://orbitra.example/terms",
                "https://orbitra.example/terms",
                200,
                "text/html",
                "0".repeat(64),
                10,
                fetchedAt);
    }

    private static List<String> shown(ChangeDetected change) {
        return change.touched().stream()
                .map(touched -> Objects.requireNonNull(touched.after()))
                .map(ProvisionText::text)
                .toList();
    }

    private static String detail(ChangeDetected change, String id) {
        return change.verdict().signals().stream()
                .filter(signal -> signal.id().equals(id))
                .map(Signal::detail)
                .findFirst()
                .orElse("");
    }
}
