package dev.clausewatch.filter;

import dev.clausewatch.events.TouchedProvision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Both texts of all provisions of a change, one behind the other in one index, so that a phrase is searched for once. Not thread-safe.
 */
final class WholeText {

    /** Between two texts, so that no phrase spans them. */
    private static final int GAP = 1000;

    private final Map<String, ChangedText.Places> provisions = new HashMap<>();
    private final IndexSearcher searcher;

    /** Where the texts begin, in positions of the index, and of which provision they are. */
    private int[] begins = new int[16];

    private int[] owners = new int[16];
    private int texts;

    WholeText(List<? extends @Nullable TouchedProvision> touched) {
        MemoryIndex memory = new MemoryIndex();
        int next = 0;
        for (int i = 0; i < touched.size(); i++) {
            TouchedProvision provision = touched.get(i);
            if (provision != null) {
                next = add(i, ChangedText.text(provision.before()), next, memory);
                next = add(i, ChangedText.text(provision.after()), next, memory);
            }
        }
        memory.freeze();
        searcher = memory.createSearcher();
    }

    private int add(int provision, String text, int begin, MemoryIndex memory) {
        List<String> terms = ChangedText.terms(ChangedText.words(text));
        if (terms.isEmpty()) {
            return begin;
        }
        terms.forEach(term -> provisions
                .computeIfAbsent(term, any -> new ChangedText.Places())
                .add(provision));
        memory.addField(WordQuery.TEXT, memory.keywordTokenStream(terms), GAP);
        if (texts == begins.length) {
            begins = Arrays.copyOf(begins, 2 * texts);
            owners = Arrays.copyOf(owners, 2 * texts);
        }
        begins[texts] = begin;
        owners[texts] = provision;
        texts++;
        return begin + terms.size() + GAP;
    }

    /** Those of some provisions in which a phrase stands. */
    BitSet holding(PhraseQuery phrase, BitSet among) {
        BitSet holding = new BitSet();
        BitSet candidates = havingAll(phrase, among);
        if (candidates.isEmpty()) {
            return holding;
        }
        try {
            MatchesIterator matches = matches(phrase);
            while (matches != null && matches.next() && holding.cardinality() < candidates.cardinality()) {
                int provision = owner(matches.startPosition());
                if (candidates.get(provision)) {
                    holding.set(provision);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory cannot be read", e);
        }
        return holding;
    }

    /** A search takes far longer than this, and most phrases lack a word. */
    private BitSet havingAll(PhraseQuery phrase, BitSet among) {
        BitSet having = among;
        for (Term term : phrase.getTerms()) {
            ChangedText.Places places = provisions.get(term.text());
            BitSet left = new BitSet();
            if (places != null) {
                places.addTo(left, having);
            }
            having = left;
        }
        return having;
    }

    private @Nullable MatchesIterator matches(PhraseQuery phrase) throws IOException {
        LeafReaderContext only = searcher.getIndexReader().leaves().getFirst();
        Matches matches = searcher.createWeight(searcher.rewrite(phrase), ScoreMode.COMPLETE_NO_SCORES, 1)
                .matches(only, 0);
        return matches == null ? null : matches.getMatches(WordQuery.TEXT);
    }

    private int owner(int position) {
        int found = Arrays.binarySearch(begins, 0, texts, position);
        return owners[found >= 0 ? found : -found - 2];
    }
}
