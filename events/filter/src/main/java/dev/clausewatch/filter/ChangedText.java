package dev.clausewatch.filter;

import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.search.PhraseQuery;
import org.jspecify.annotations.Nullable;

/**
 * The words that came or went in the provisions that a change touched: all of one that was added or removed, those that the word diff names
 * of an edited one, none of one that only moved. Provisions go by their place in the list. Takes time and memory linear in the texts, once,
 * when the first query asks. Not thread-safe.
 */
final class ChangedText implements WordQuery.Words {

    private final List<? extends @Nullable TouchedProvision> provisions;

    /** Of which the event had no room for the texts: nobody can say, so every query fits. */
    private final BitSet unknown = new BitSet();

    private @Nullable NavigableMap<String, Places> changed;
    private @Nullable WholeText whole;

    ChangedText(List<? extends @Nullable TouchedProvision> provisions) {
        this.provisions = provisions;
        for (int i = 0; i < provisions.size(); i++) {
            TouchedProvision touched = provisions.get(i);
            if (touched != null && (lacksWords(touched.before()) || lacksWords(touched.after()))) {
                unknown.set(i);
            }
        }
    }

    private static boolean lacksWords(@Nullable ProvisionText side) {
        return side != null && side.text().isEmpty() && side.end() > side.start();
    }

    /** Those of some provisions whose words fit. */
    BitSet fitting(WordQuery query, BitSet among) {
        BitSet known = (BitSet) among.clone();
        known.andNot(unknown);
        BitSet fitting = known.isEmpty() ? known : query.fitting(this, known);
        BitSet unsure = (BitSet) among.clone();
        unsure.and(unknown);
        fitting.or(unsure);
        return fitting;
    }

    /** Whether nobody can say of some provision which of its words changed. */
    boolean isUnsure() {
        return !unknown.isEmpty();
    }

    /** All words that came or went. */
    Set<String> words() {
        return changed().keySet();
    }

    @Override
    public BitSet having(String word, BitSet among) {
        BitSet having = new BitSet();
        Places places = changed().get(word);
        if (places != null) {
            places.addTo(having, among);
        }
        return having;
    }

    @Override
    public BitSet havingBeginning(String beginning, BitSet among) {
        BitSet having = new BitSet();
        for (Map.Entry<String, Places> word : changed().tailMap(beginning).entrySet()) {
            if (!word.getKey().startsWith(beginning)) {
                break;
            }
            word.getValue().addTo(having, among);
        }
        return having;
    }

    @Override
    public BitSet holding(PhraseQuery phrase, BitSet among) {
        WholeText text = whole;
        if (text == null) {
            text = new WholeText(provisions);
            whole = text;
        }
        return text.holding(phrase, among);
    }

    private NavigableMap<String, Places> changed() {
        NavigableMap<String, Places> read = changed;
        if (read == null) {
            read = new TreeMap<>();
            for (int i = 0; i < provisions.size(); i++) {
                TouchedProvision touched = provisions.get(i);
                if (touched != null && !unknown.get(i)) {
                    for (String word : changed(touched)) {
                        read.computeIfAbsent(word, any -> new Places()).add(i);
                    }
                }
            }
            changed = read;
        }
        return read;
    }

    private static Set<String> changed(TouchedProvision touched) {
        Set<String> changed = new HashSet<>();
        String textBefore = text(touched.before());
        String textAfter = text(touched.after());
        List<DiffRun> diff = touched.diff();
        List<Word> before = words(textBefore);
        List<Word> after = words(textAfter);
        if (!diff.isEmpty()) {
            addWithin(
                    before, marked(textBefore, diff, DiffOp.DELETE, DiffRun::beforeStart, DiffRun::beforeEnd), changed);
            addWithin(after, marked(textAfter, diff, DiffOp.INSERT, DiffRun::afterStart, DiffRun::afterEnd), changed);
        } else if (!terms(before).equals(terms(after))) {
            // It was added or removed, or the event had no room for its word diff.
            changed.addAll(terms(before));
            changed.addAll(terms(after));
        }
        return changed;
    }

    private static void addWithin(List<Word> words, BitSet marks, Set<String> changed) {
        for (Word word : words) {
            int marked = marks.nextSetBit(word.start());
            if (marked >= 0 && marked < word.end()) {
                changed.add(word.term());
            }
        }
    }

    /** The characters of runs; their offsets are code points. */
    private static BitSet marked(
            String text, List<DiffRun> diff, DiffOp op, ToIntFunction<DiffRun> start, ToIntFunction<DiffRun> end) {
        BitSet marks = new BitSet(text.length());
        int points = 0;
        int at = 0;
        for (DiffRun run : diff) {
            int from = start.applyAsInt(run);
            int to = end.applyAsInt(run);
            int begin = forward(text, at, from - points);
            int finish = forward(text, begin, to - from);
            if (run.op() == op) {
                marks.set(begin, finish);
            }
            points = to;
            at = finish;
        }
        return marks;
    }

    /** So many code points on, at most to the end. Runs are in order, so it never goes back. */
    private static int forward(String text, int at, int points) {
        int place = at;
        for (int i = 0; i < points && place < text.length(); i++) {
            place += Character.charCount(text.codePointAt(place));
        }
        return place;
    }

    static String text(@Nullable ProvisionText side) {
        return side == null ? "" : side.text();
    }

    static List<String> terms(List<Word> words) {
        return words.stream().map(Word::term).toList();
    }

    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = WordQuery.ANALYZER.tokenStream(WordQuery.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
        return words;
    }

    /** A word and where it stands, in UTF-16. */
    record Word(String term, int start, int end) {}

    /** Numbers of provisions, added in order. Most words stand in few. */
    static final class Places {

        private int[] numbers = new int[1];
        private int count;

        void add(int number) {
            if (count > 0 && numbers[count - 1] == number) {
                return;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count] = number;
            count++;
        }

        void addTo(BitSet provisions, BitSet among) {
            for (int i = 0; i < count; i++) {
                if (among.get(numbers[i])) {
                    provisions.set(numbers[i]);
                }
            }
        }
    }
}
