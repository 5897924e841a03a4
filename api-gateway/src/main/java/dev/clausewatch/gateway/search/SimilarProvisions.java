package dev.clausewatch.gateway.search;

import java.util.List;

/**
 * How other platforms handle what a provision handles.
 *
 * @param items of each platform one, the nearest first; the list is whole
 */
public record SimilarProvisions(List<SimilarProvision> items) {

    public SimilarProvisions {
        items = List.copyOf(items);
    }
}
