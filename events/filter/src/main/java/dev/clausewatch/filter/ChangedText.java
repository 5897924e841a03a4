package dev.clausewatch.filter;

import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The words of a touched provision that came or went: all of one that was added or removed, those that the word diff names of an edited one,
 * none of one that only moved. Takes time linear in its texts, once, when the first query asks. Not thread-safe.
 */
public final class ChangedText {

    /** Without words. */
    static final ChangedText NONE = new ChangedText(null);

    /** Between the words of both sides, so that no phrase spans them. */
    private static final int GAP = 1000;

    private final @Nullable TouchedProvision touched;
    private final Map<String, Boolean> answers = new HashMap<>();
    private @Nullable Index index;

    ChangedText(@Nullable TouchedProvision touched) {
        this.touched = touched;
    }

    /** Whether the words fit. Where the event had no room for its texts nobody can say, so they do. */
    boolean fits(WordQuery query) {
        if (touched == null) {
            return false;
        }
        if (lacksWords(touched.before()) || lacksWords(touched.after())) {
            return true;
        }
        Index read = index;
        if (read == null) {
            read = new Index(touched);
            index = read;
        }
        WordQuery.Words words = read;
        return answers.computeIfAbsent(query.text(), text -> query.fits(words));
    }

    private static boolean lacksWords(@Nullable ProvisionText side) {
        return side != null && side.text().isEmpty() && side.end() > side.start();
    }

    /** A word and where it stands, in UTF-16. */
    private record Word(String term, int start, int end) {}

    /** The words, and an index of the whole text once a phrase asks. */
    private static final class Index implements WordQuery.Words {

        private final List<Word> before;
        private final List<Word> after;
        private final Set<String> changed = new HashSet<>();
        private @Nullable NavigableSet<String> sorted;
        private @Nullable Set<String> all;
        private @Nullable IndexSearcher searcher;

        Index(TouchedProvision touched) {
            String textBefore = text(touched.before());
            String textAfter = text(touched.after());
            List<DiffRun> diff = touched.diff();
            before = words(textBefore);
            after = words(textAfter);
            if (!diff.isEmpty()) {
                addWithin(before, marked(textBefore, diff, DiffOp.DELETE, DiffRun::beforeStart, DiffRun::beforeEnd));
                addWithin(after, marked(textAfter, diff, DiffOp.INSERT, DiffRun::afterStart, DiffRun::afterEnd));
            } else if (!terms(before).equals(terms(after))) {
                // It was added or removed, or the event had no room for its word diff.
                changed.addAll(terms(before));
                changed.addAll(terms(after));
            }
        }

        @Override
        public boolean has(String word) {
            return changed.contains(word);
        }

        @Override
        public boolean hasBeginning(String beginning) {
            NavigableSet<String> words = sorted;
            if (words == null) {
                words = new TreeSet<>(changed);
                sorted = words;
            }
            String next = words.ceiling(beginning);
            return next != null && next.startsWith(beginning);
        }

        @Override
        public boolean holds(Query phrase) {
            Set<String> words = all;
            if (words == null) {
                words = new HashSet<>(terms(before));
                words.addAll(terms(after));
                all = words;
            }
            // A search takes far longer than this, and most phrases lack a word.
            if (phrase instanceof PhraseQuery sequence && !hasAll(sequence, words)) {
                return false;
            }
            IndexSearcher text = searcher;
            if (text == null) {
                MemoryIndex memory = new MemoryIndex();
                memory.addField(WordQuery.TEXT, memory.keywordTokenStream(terms(before)), GAP);
                memory.addField(WordQuery.TEXT, memory.keywordTokenStream(terms(after)), GAP);
                text = memory.createSearcher();
                searcher = text;
            }
            try {
                return text.count(phrase) > 0;
            } catch (IOException e) {
                throw new UncheckedIOException("An index in memory cannot be read", e);
            }
        }

        private static boolean hasAll(PhraseQuery phrase, Set<String> words) {
            for (Term term : phrase.getTerms()) {
                if (!words.contains(term.text())) {
                    return false;
                }
            }
            return true;
        }

        private static List<String> terms(List<Word> words) {
            return words.stream().map(Word::term).toList();
        }

        private void addWithin(List<Word> words, BitSet marks) {
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

        private static List<Word> words(String text) {
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

        private static String text(@Nullable ProvisionText side) {
            return side == null ? "" : side.text();
        }
    }
}
