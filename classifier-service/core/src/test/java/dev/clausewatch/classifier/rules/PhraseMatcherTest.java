package dev.clausewatch.classifier.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every phrase of the shipped rules is found where a matcher finds it that reads the notation word by word, and nowhere else. */
class PhraseMatcherTest {

    private static final long SEED = 20_261_130;
    private static final int TEXTS = 60;
    private static final int PHRASES_A_TEXT = 3;

    private static final RuleFile.Vocabulary VOCABULARY =
            new DataFiles().read("/rules/vocabulary.yaml", new TypeReference<>() {});
    private static final List<String> PHRASES = shippedPhrases();
    private static final List<List<Element>> ELEMENTS =
            PHRASES.stream().map(PhraseMatcherTest::elements).toList();

    @Test
    void findsWhatTheNotationSaysAndNothingElse() {
        PhraseIndex index = new PhraseIndex(VOCABULARY.words());
        int[] numbers = index.addAll(PHRASES);
        PhraseMatcher matcher = index.matcher();
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            List<Words.Word> words = Words.of(text);
            PhraseHits hits = matcher.hits(words);
            for (int phrase = 0; phrase < numbers.length; phrase++) {
                List<Phrase.Hit> expected = naiveHits(ELEMENTS.get(phrase), words);
                found += expected.size();
                assertEquals(
                        expected,
                        hits.of(numbers[phrase]),
                        "seed " + SEED + ", text " + i + ", phrase " + PHRASES.get(phrase) + " in: " + text);
            }
        }
        assertTrue(found > TEXTS * PHRASES_A_TEXT, "found only " + found);
    }

    private static List<String> shippedPhrases() {
        Set<String> phrases = new LinkedHashSet<>();
        VOCABULARY.phrases().values().forEach(phrases::addAll);
        Register.read(new DataFiles()).types().stream()
                .map(type -> RuleSet.readFile(new DataFiles(), type.id()))
                .flatMap(file -> file.rules().stream())
                .flatMap(PhraseMatcherTest::phrases)
                .filter(phrase -> !phrase.startsWith("@"))
                .forEach(phrases::add);
        return List.copyOf(phrases);
    }

    private static Stream<String> phrases(RuleFile.Spec rule) {
        List<List<String>> lists =
                new ArrayList<>(Arrays.asList(rule.any(), rule.not(), rule.heading(), rule.notHeading()));
        lists.addAll(rule.all() == null ? List.of() : rule.all());
        return lists.stream().filter(Objects::nonNull).flatMap(List::stream);
    }

    /** Words of several phrases with others between them, more than a gap has room for at times, and ends of sentences. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PHRASES_A_TEXT; i++) {
            for (Element element : ELEMENTS.get(random.nextInt(ELEMENTS.size()))) {
                int between = random.nextInt(4) == 0 ? random.nextInt(element.gap() + 2) : 0;
                for (int word = 0; word < between; word++) {
                    text.append(anyWord(random)).append(' ');
                }
                if (!element.optional() || random.nextBoolean()) {
                    text.append(word(element, random)).append(random.nextInt(12) == 0 ? ". " : " ");
                }
            }
        }
        return text.toString();
    }

    private static String anyWord(Random random) {
        List<Element> elements = ELEMENTS.get(random.nextInt(ELEMENTS.size()));
        return word(elements.get(random.nextInt(elements.size())), random);
    }

    private static String word(Element element, Random random) {
        String word = element.words().get(random.nextInt(element.words().size()));
        String ending = random.nextInt(5) == 0 ? "s" : "";
        return word.endsWith("*") ? word.substring(0, word.length() - 1) + ending : word + ending;
    }

    /** One word of a phrase as it is written. */
    private record Element(List<String> words, boolean optional, int gap) {

        boolean fits(String word) {
            return words.stream()
                    .anyMatch(one ->
                            one.endsWith("*") ? word.startsWith(one.substring(0, one.length() - 1)) : word.equals(one));
        }
    }

    private static List<Element> elements(String phrase) {
        String whole = phrase;
        for (Map.Entry<String, String> set : VOCABULARY.words().entrySet()) {
            whole = whole.replace("<" + set.getKey() + ">", set.getValue());
        }
        List<Element> elements = new ArrayList<>();
        int gap = 0;
        for (String part : whole.split(" ", -1)) {
            if (part.startsWith("..")) {
                gap = part.length() == 2 ? 4 : Integer.parseInt(part.substring(2));
            } else {
                boolean optional = part.endsWith("?");
                String words = optional ? part.substring(0, part.length() - 1) : part;
                elements.add(new Element(List.of(words.split("\\|", -1)), optional, gap));
                gap = 0;
            }
        }
        return elements;
    }

    private static List<Phrase.Hit> naiveHits(List<Element> elements, List<Words.Word> words) {
        List<Phrase.Hit> hits = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            Integer to =
                    elements.get(0).fits(words.get(from).text()) ? shortest(elements, 1, words, from, from + 1) : null;
            if (to != null) {
                hits.add(new Phrase.Hit(from, to));
            }
        }
        return hits;
    }

    /** The nearest end when the elements from one on stand at a place or as far behind it as the gap allows. */
    private static @Nullable Integer shortest(
            List<Element> elements, int next, List<Words.Word> words, int from, int place) {
        if (next == elements.size()) {
            return place;
        }
        Element element = elements.get(next);
        TreeSet<Integer> ends = new TreeSet<>();
        if (element.optional()) {
            add(ends, shortest(elements, next + 1, words, from, place));
        }
        for (int at = place; at <= place + element.gap() && at < words.size(); at++) {
            boolean same = words.get(at).sentence() == words.get(from).sentence();
            if (same && element.fits(words.get(at).text())) {
                add(ends, shortest(elements, next + 1, words, from, at + 1));
            }
        }
        return ends.isEmpty() ? null : ends.first();
    }

    private static void add(Set<Integer> ends, @Nullable Integer end) {
        if (end != null) {
            ends.add(end);
        }
    }
}
