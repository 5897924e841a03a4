package dev.clausewatch.cli.search;

import java.util.ArrayList;
import java.util.List;

/** Where the first right provision of each query stands. */
final class SearchFigures {

    /** Further down counts as not found. */
    static final int DEEPEST = 50;

    private static final int FIRST_FEW = 5;

    private final List<Integer> ranks = new ArrayList<>();

    /** Adds a query; 0 when nothing right was found. */
    void add(int rank) {
        ranks.add(rank);
    }

    int queries() {
        return ranks.size();
    }

    double successAtOne() {
        return share(1);
    }

    double successAtFive() {
        return share(FIRST_FEW);
    }

    double reciprocalRank() {
        return ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
    }

    private double share(int within) {
        return ranks.stream()
                .mapToDouble(rank -> rank > 0 && rank <= within ? 1 : 0)
                .average()
                .orElse(0);
    }
}
