package dev.clausewatch.filter;

import static dev.clausewatch.filter.Changed.provision;
import static dev.clausewatch.filter.Changed.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.TouchedProvision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.memory.MemoryIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            indirect                          | true
            INDIRECT damages                  | true
            indirect profits                  | false
            indirect OR profits               | true
            "indirect damages"                | true
            "damages indirect"                | false
            "liable damages"                  | false
            "liable damages"~3                | true
            indemnif*                         | false
            indire*                           | true
            +damages -profits                 | true
            damages NOT indirect              | false
            (NOT profits) AND damages         | true
            (indirect OR direct) AND damages  | true
            damage                            | false
            e-mail                            | true
            "by e-mail"                       | true
            "by paper mail"                   | false
            ümlaut                            | true
            "indirect damages"^2 OR nothing   | true
            "or" OR damages                   | true
            (profits OR indirect) AND liab*   | true
            "damages, told by E-Mail?"        | true
            "our E-mail?"                     | false
            liab-*                            | true
            Ümla*                             | true
            """)
    void anAddedProvisionIsNewWordForWord(String words, boolean fits) {
        Changed added = provision("a").words(null, "We are not liable for indirect damages, told by E-Mail. Ümlaut.");
        assertEquals(fits, fits(added, query(words)));
    }

    @Test
    void aRemovedProvisionIsAsked() {
        assertTrue(fits(provision("a").words("You may appeal.", null), query("appeal")));
    }

    /** "We never sell data 🎈 to you." becomes "We sell data 🎈 to partners of you." */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            never                 | true
            partners              | true
            never AND partners    | true
            sell                  | false
            data                  | false
            "never sell"          | true
            "partners of you"     | true
            "sell data"           | false
            "we never sell data"  | true
            "sell partners"       | false
            of                    | true
            you                   | false
            """)
    void ofAnEditedProvisionTheWordsThatCameOrWentAreAsked(String words, boolean fits) {
        Changed edited = provision("a")
                .words(
                        "We never sell data 🎈 to you.",
                        "We sell data 🎈 to partners of you.",
                        run(DiffOp.EQUAL, 0, 3, 0, 3),
                        run(DiffOp.DELETE, 3, 9, 3, 3),
                        run(DiffOp.EQUAL, 9, 24, 3, 18),
                        run(DiffOp.INSERT, 24, 24, 18, 30),
                        run(DiffOp.EQUAL, 24, 29, 30, 35));
        assertEquals(fits, fits(edited, query(words)));
    }

    @Test
    void aProvisionThatOnlyMovedHasNoChangedWords() {
        Changed moved = provision("a").words("We keep data.", "We keep data.");
        assertFalse(fits(moved, query("data")));
    }

    @Test
    void onlyTypographyIsNoChangeOfWords() {
        Changed typography = provision("a").words("We \"keep\" data.", "We “keep” data!");
        assertFalse(fits(typography, query("keep")));
    }

    @Test
    void withoutAWordDiffBothSidesAreAsked() {
        Changed reduced = provision("a").words("We keep data.", "We sell data.");
        assertTrue(fits(reduced, query("keep")));
        assertTrue(fits(reduced, query("data")));
    }

    @Test
    void whereTheEventHadNoRoomForTextsNobodyCanSay() {
        assertTrue(fits(provision("a").withoutTexts(), query("anything")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                       | has a wildcard that is not at the end of a word
            *train                  | has a wildcard that is not at the end of a word
            tr?in                   | has a wildcard that is not at the end of a word
            t*n*                    | has a wildcard that is not at the end of a word
            *:*                     | has a wildcard that is not at the end of a word
            tr*                     | has a beginning of fewer than 3 letters
            /tr.*n/                 | has a regular expression
            train~                  | asks for similar words
            train~2                 | asks for similar words
            [a TO z]                | asks for a range
            "a b"~21                | asks for words that are further apart than 20
            title:train             | asks for a field
            text:train              | asks for a field
            text:"a b"              | asks for a field
            NOT train               | names no word that must be there
            train OR (NOT model)    | names no word that must be there
            train OR NOT model      | has a NOT beside an OR
            train OR -model         | has a NOT beside an OR
            NOT model OR train      | has a NOT beside an OR
            train AND NOT train     | asks for a word and for its absence
            "a b" AND NOT "a b"     | asks for a word and for its absence
            (train OR model) NOT (train OR model) | asks for a word and for its absence
            liability OR fees damages | mixes AND and OR
            liability AND fees OR damages | mixes AND and OR
            liability or damages    | has "or" as a word
            liability And damages   | has "And" as a word
            not liability           | has "not" as a word
            opt-ou*                 | has a beginning of more than one word: opt-ou*
            数据保护*                | has a beginning of more than one word: 数据保护*
            ...*                    | has a beginning of fewer than 3 letters
            "indirect damag*"       | has a wildcard in quotes
            "in*irect damages"~3    | has a wildcard in quotes
            "ind?rect damages"      | has a wildcard in quotes
            a^9999999999999999999999999999999999999999999999 | is no query
            "a b a"~2               | has a phrase of near words that repeats one: a
            "a b"~2 "a c"~2 "a d"~2 "a e"~2 "a f"~2 "a g"~2 | has more than 5 phrases of near words
            !!!                     | is no query
            train AND               | is no query
            "train                  | is no query
            ((train)                | is no query
            """)
    void whatCouldTakeLongOrMeansNothingIsRefused(String words, String reason) {
        WordQuery.Reading.Bad bad = assertInstanceOf(WordQuery.Reading.Bad.class, WordQuery.read(words));
        assertEquals(reason, bad.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-(", "a OR (", "\"a \"~9 ", "+", "a AND ", "a^9", "\\", "a* ", "((a) "})
    void aHostileQueryIsReadOrRefusedAtOnce(String part) {
        WordQuery.read(part.repeat(500 / part.length()));
        assertInstanceOf(WordQuery.Reading.Bad.class, WordQuery.read(part.repeat(200_000)));
    }

    @Test
    void aBlankQueryIsRefused() {
        assertInstanceOf(WordQuery.Reading.Bad.class, WordQuery.read(""));
        assertInstanceOf(WordQuery.Reading.Bad.class, WordQuery.read("...,"));
    }

    @Test
    void whatIsRefusedIsToldWithWhatToAskInstead() {
        assertEquals("leave the star out, or name the words in quotes: \"cross border\"", remedy("cross-border*"));
        assertEquals("write OR in capitals, or \"or\" in quotes for the word itself", remedy("liability or damages"));
        assertEquals(
                "put parentheses around what belongs together: (a OR b) AND c", remedy("liability OR fees damages"));
    }

    private static String remedy(String words) {
        return assertInstanceOf(WordQuery.Reading.Bad.class, WordQuery.read(words))
                .remedy();
    }

    @Test
    void aPhraseHasItsLimit() {
        assertInstanceOf(WordQuery.Reading.Bad.class, WordQuery.read("\"" + "a ".repeat(21) + "\""));
        assertInstanceOf(WordQuery.Reading.Good.class, WordQuery.read("\"" + "a ".repeat(20) + "\""));
    }

    /** Words are asked without a search; the answer is that of Lucene. */
    @Test
    void theAnswerIsThatOfLucene() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String words = expression(random, 3);
            if (WordQuery.read(words) instanceof WordQuery.Reading.Good good) {
                String text = text(random);
                Changed changed = provision("a").words(null, text);
                MemoryIndex index = new MemoryIndex();
                index.addField(WordQuery.CHANGED, text, WordQuery.ANALYZER);
                index.addField(WordQuery.TEXT, text, WordQuery.ANALYZER);
                assertEquals(
                        index.createSearcher().count(good.query().query()) > 0,
                        fits(changed, good.query()),
                        "seed " + seed + ": " + words + " in " + text);
            }
        }
    }

    /** All provisions of a change are asked at once; each has the answer that it has alone. */
    @Test
    void manyProvisionsAreAskedAtOnce() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String words =
                    random.nextInt(3) == 0 ? "\"" + word(random) + " " + word(random) + "\"~1" : expression(random, 3);
            if (!(WordQuery.read(words) instanceof WordQuery.Reading.Good good)) {
                continue;
            }
            List<@Nullable TouchedProvision> touched = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                touched.add(
                        switch (random.nextInt(5)) {
                            case 0 -> null;
                            case 1 -> provision("a").withoutTexts().touched();
                            case 2 -> provision("a").words(text(random), null).touched();
                            default ->
                                provision("a").words(text(random), text(random)).touched();
                        });
            }
            BitSet all = first(8);
            all.clear(random.nextInt(8));
            BitSet alone = new BitSet();
            for (int number = 0; number < 8; number++) {
                boolean fits = !new ChangedText(Collections.singletonList(touched.get(number)))
                        .fitting(good.query(), first(1))
                        .isEmpty();
                alone.set(number, all.get(number) && fits);
            }
            assertEquals(alone, new ChangedText(touched).fitting(good.query(), all), "seed " + seed + ": " + words);
        }
    }

    private static boolean fits(Changed provision, WordQuery query) {
        return !new ChangedText(List.of(provision.touched()))
                .fitting(query, first(1))
                .isEmpty();
    }

    private static BitSet first(int count) {
        BitSet first = new BitSet();
        first.set(0, count);
        return first;
    }

    private static String text(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            words.add(word(random));
        }
        return String.join(" ", words);
    }

    private static String expression(Random random, int depth) {
        if (depth == 0) {
            return word(random);
        }
        String one = expression(random, depth - 1);
        String other = expression(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> "(" + one + " OR " + other + ")";
            case 1 -> "(" + one + " AND " + other + ")";
            case 2 -> "(" + one + " AND NOT " + other + ")";
            case 3 -> "\"" + word(random) + " " + word(random) + "\"";
            case 4 -> "wor*";
            default -> one;
        };
    }

    private static String word(Random random) {
        return List.of("alpha", "beta", "gamma", "delta", "word", "work").get(random.nextInt(6));
    }

    private static WordQuery query(@Nullable String words) {
        return assertInstanceOf(WordQuery.Reading.Good.class, WordQuery.read(words == null ? "" : words))
                .query();
    }
}
