package dev.clausewatch.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    private static final WordVectors VECTORS = WordVectors.shipped();
    private static final Instant DAY = Instant.parse("2026-05-01T10:00:00Z");

    private final SearchIndex index = new SearchIndex(new ByteBuffersDirectory(), VECTORS);

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsWordsInAllTheirForms() {
        stand("halvorin", "training our models with your Content");

        assertEquals(List.of("halvorin/terms#0"), ids(ask("train models on your content")));
    }

    @Test
    void ranksWhatHasAllTheWordsBeforeWhatHasMost() {
        stand(
                "halvorin",
                "The fee for late payment of an invoice is five euros.",
                "A late payment bears interest, and so does an unpaid invoice that we sent again.");

        assertEquals(
                "halvorin/terms#1", ids(ask("late payment interest invoice")).getFirst());
    }

    @Test
    void keepsToPhrasesAndToWhatIsExcluded() {
        stand(
                "halvorin",
                "Claims are brought in a class action or not at all.",
                "An action of the second class of claims is brought at our seat.",
                "No class action for small claims.");

        assertEquals(
                List.of("halvorin/terms#0", "halvorin/terms#2"),
                ids(ask("\"class action\" claims")).stream().sorted().toList());
        assertEquals(List.of("halvorin/terms#0"), ids(ask("\"class action\" -small")));
    }

    @Test
    void findsByMeaningAndSaysSo() {
        stand(
                "halvorin",
                "You must be at least 13 years old to use the Services; minors need permission of a parent or guardian.",
                "These terms are governed by the laws of the seat of the company, without regard to conflict of laws.");

        Found first = ask("are kids allowed").found().getFirst();

        assertEquals("halvorin/terms#0", first.id());
        assertFalse(first.byWords());
        assertEquals(List.of(), first.snippet().marks());
        assertTrue(ask("governed laws").found().getFirst().byWords());
    }

    @Test
    void marksTheWordsByCodePoints() {
        stand("halvorin", "😀 We may train **models** on what you write.");

        Snippet snippet = ask("training models").found().getFirst().snippet();

        assertEquals("😀 We may train models on what you write.", snippet.text());
        assertEquals(List.of(new Snippet.Mark(9, 14), new Snippet.Mark(15, 21)), snippet.marks());
        assertTrue(snippet.fromStart());
    }

    @Test
    void cutsALongTextAroundTheWords() {
        stand("halvorin", "nothing here ".repeat(200) + "until the arbitrator decides " + "nothing there ".repeat(200));

        Snippet snippet = ask("arbitrator").found().getFirst().snippet();

        assertTrue(snippet.text().contains("arbitrator"));
        assertTrue(snippet.text().length() <= 700, snippet::text);
        assertFalse(snippet.fromStart());
        assertFalse(snippet.toEnd());
    }

    @Test
    void asksTypeAreaAndSeverityOfOneProvision() {
        change(
                "one",
                new Trait(List.of("ai-training"), List.of("copyright"), Trait.Severity.LOW),
                new Trait(List.of("governing-law"), List.of("consumer-contract"), Trait.Severity.HIGH));

        assertEquals(1, changes("ai-training", "copyright", null));
        assertEquals(1, changes("governing-law", null, Trait.Severity.MEDIUM));
        assertEquals(0, changes("ai-training", null, Trait.Severity.MEDIUM));
        assertEquals(0, changes("ai-training", "consumer-contract", null));
    }

    @Test
    void filtersByDocumentLanguageAndDate() {
        stand("halvorin", "Cookies are small files.");
        stand("orbitra", "Cookies are small files.");

        assertEquals(2, ask("cookies").total());
        assertEquals(List.of("orbitra/terms#0"), ids(ask("cookies", filter("Orbitra", null, null, null))));
        assertEquals(List.of("orbitra/terms#0"), ids(ask("cookies", filter("ORBITRA inc", null, null, null))));
        assertEquals(2, ask("cookies", filter(null, "EN", null, null)).total());
        assertEquals(0, ask("cookies", filter(null, "fr", null, null)).total());
        assertEquals(2, ask("cookies", filter(null, null, DAY, null)).total());
        assertEquals(0, ask("cookies", filter(null, null, null, DAY)).total());
    }

    @Test
    void pagesThroughAllOnceAndCountsThem() {
        stand(
                "halvorin",
                IntStream.range(0, 30)
                        .mapToObj(i -> "We place cookies of kind " + i + ".")
                        .toArray(String[]::new));
        stand("orbitra", "We place no cookies.");
        List<String> seen = new ArrayList<>();
        Answer page = index.find(query("cookies"), SearchFilter.all(EntryKind.PROVISION), null, 7);
        while (true) {
            seen.addAll(ids(page));
            if (page.next() == null) {
                break;
            }
            page = index.find(query("cookies"), SearchFilter.all(EntryKind.PROVISION), page.next(), 7);
        }

        assertEquals(31, seen.size());
        assertEquals(31, seen.stream().distinct().count());
        assertEquals(31, page.total());
        assertEquals(
                List.of(new Answer.Count("halvorin", 30), new Answer.Count("orbitra", 1)),
                page.counts().platforms());
        assertEquals(List.of(new Answer.Count("2026-05-01", 31)), page.counts().days());
    }

    @Test
    void forgetsWhatAnotherListReplaced() {
        stand("halvorin", "The old clause on cookies.");
        stand("halvorin", "The new clause on trackers.");

        assertEquals(0, ask("cookies").total());
        assertEquals(1, ask("trackers").total());
    }

    @Test
    void keepsOnlyTheNewGenerationWhenToldTo() {
        stand("halvorin", "A clause on cookies.");
        index.replaceProvisions("orbitra/terms", List.of(entry("orbitra", 0, "Cookies too.", List.of())), 2);

        index.keepOnly(2);
        index.commit(Map.of());

        assertEquals(List.of("orbitra/terms#0"), ids(ask("cookies")));
    }

    @Test
    void showsTheNearestOfTheSameTypeAndOfEachPlatformOne() {
        String clause = "We may use your content to train our models unless you opt out in your settings.";
        List<String> training = List.of("ai-training");
        put("halvorin", entry("halvorin", 0, clause, training), entry("halvorin", 1, clause, training));
        put(
                "orbitra",
                entry(
                        "orbitra",
                        0,
                        "Your content may be used for training models; you can opt out in settings.",
                        training),
                entry("orbitra", 1, "Content is used to train models if you do not opt out.", training));
        put("nimbus", entry("nimbus", 0, clause, List.of("privacy-rights")));
        put("solis", entry("solis", 0, "The seat of the court is in the capital of the country.", training));

        List<Found> similar = index.similar("halvorin/terms#0", 5).orElseThrow();

        assertEquals(
                List.of("orbitra"),
                similar.stream().map(one -> one.document().platform()).toList());
        assertEquals(Optional.empty(), index.similar("unknown", 5));
    }

    @Test
    void remembersHowFarItsWriterWas() {
        Directory directory = new ByteBuffersDirectory();
        try (SearchIndex first = new SearchIndex(directory, VECTORS)) {
            first.replaceProvisions("halvorin/terms", List.of(entry("halvorin", 0, "Cookies.", List.of())), 1);
            first.commit(Map.of("stamp", "7"));
        }
        try (SearchIndex again = new SearchIndex(directory, VECTORS)) {
            assertEquals("7", again.facts().get("stamp"));
            assertEquals(
                    1,
                    again.find(query("cookies"), SearchFilter.all(EntryKind.PROVISION), null, 5)
                            .total());
        }
    }

    @Test
    void answersHostileTextsQuickly() {
        stand("halvorin", "[".repeat(100_000), "[a](".repeat(25_000), "cookies ".repeat(10_000), "'".repeat(50_000));

        assertEquals(1, ask("cookies").total());
    }

    private void stand(String platform, String... texts) {
        put(
                platform,
                IntStream.range(0, texts.length)
                        .mapToObj(i -> entry(platform, i, texts[i], List.of()))
                        .toArray(Entry[]::new));
    }

    private void put(String platform, Entry... entries) {
        index.replaceProvisions(platform + "/terms", List.of(entries), 1);
        index.commit(Map.of());
    }

    private static Entry entry(String platform, int number, String text, List<String> types) {
        return new Entry(
                EntryKind.PROVISION,
                platform + "/terms#" + number,
                document(platform),
                List.of("Terms"),
                null,
                List.of(text),
                Entry.State.ASSESSED,
                List.of(new Trait(types, List.of(), null)),
                DAY);
    }

    private static EntryDocument document(String platform) {
        return new EntryDocument(platform + "/terms", platform, platform + " Inc", "Terms of Service", "en-GB");
    }

    private void change(String id, Trait... traits) {
        Entry change = new Entry(
                EntryKind.CHANGE,
                id,
                document("halvorin"),
                List.of("A headline"),
                null,
                List.of("Words that changed."),
                Entry.State.ASSESSED,
                List.of(traits),
                DAY);
        index.replaceChange(id, Optional.of(change), 1);
        index.commit(Map.of());
    }

    private long changes(String type, @Nullable String area, Trait.@Nullable Severity severity) {
        return ask(
                        "words",
                        new SearchFilter(EntryKind.CHANGE, null, null, null, null, area, type, severity, null, null))
                .total();
    }

    private static SearchFilter filter(
            @Nullable String platform, @Nullable String language, @Nullable Instant since, @Nullable Instant until) {
        return new SearchFilter(EntryKind.PROVISION, platform, null, null, language, null, null, null, since, until);
    }

    private Answer ask(String text) {
        return ask(text, SearchFilter.all(EntryKind.PROVISION));
    }

    private Answer ask(String text, SearchFilter filter) {
        return index.find(query(text), filter, null, 50);
    }

    private static QueryText query(String text) {
        return ((QueryText.Reading.Good) QueryText.read(text)).query();
    }

    private static List<String> ids(Answer answer) {
        return answer.found().stream().map(Found::id).toList();
    }
}
