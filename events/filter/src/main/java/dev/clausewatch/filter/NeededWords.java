package dev.clausewatch.filter;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Words of which at least one must have changed where a query fits, so that a change looks only at queries that its words can fit.
 *
 * @param words as they are
 * @param beginnings what words begin with
 */
record NeededWords(Set<String> words, Set<String> beginnings) {

    NeededWords {
        words = Set.copyOf(words);
        beginnings = Set.copyOf(beginnings);
    }

    /** Of a query; null where it may fit whatever the words. */
    static @Nullable NeededWords of(Query query) {
        return switch (query) {
            case TermQuery term -> new NeededWords(Set.of(term.getTerm().text()), Set.of());
            case PrefixQuery prefix ->
                new NeededWords(Set.of(), Set.of(prefix.getPrefix().text()));
            case BoostQuery boosted -> of(boosted.getQuery());
            case BooleanQuery all -> all(all);
            default -> null;
        };
    }

    /** All that must be there must: the one that needs the fewest words is asked for. */
    private static @Nullable NeededWords all(BooleanQuery query) {
        List<BooleanClause> must = query.clauses().stream()
                .filter(clause -> clause.occur() == BooleanClause.Occur.MUST)
                .toList();
        return must.isEmpty()
                ? any(query)
                : must.stream()
                        .map(clause -> of(clause.query()))
                        .filter(Objects::nonNull)
                        .min(Comparator.comparingInt(NeededWords::size))
                        .orElse(null);
    }

    private static @Nullable NeededWords any(BooleanQuery query) {
        Set<String> words = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        for (BooleanClause clause : query.clauses()) {
            if (clause.occur() == BooleanClause.Occur.SHOULD) {
                NeededWords part = of(clause.query());
                if (part == null) {
                    return null;
                }
                words.addAll(part.words);
                beginnings.addAll(part.beginnings);
            }
        }
        return new NeededWords(words, beginnings);
    }

    private int size() {
        return words.size() + beginnings.size();
    }
}
