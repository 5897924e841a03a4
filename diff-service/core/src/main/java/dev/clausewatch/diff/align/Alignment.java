package dev.clausewatch.diff.align;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Maps the provisions of a later text to those of an earlier text. Positions count from zero; {@code -1} is none. */
public final class Alignment {

    private final int[] beforeOf;
    private final int[] afterOf;
    private final Set<Integer> moved;
    private final Map<Integer, List<Integer>> splits;
    private final Map<Integer, List<Integer>> merges;

    Alignment(
            int[] beforeOf,
            int[] afterOf,
            Set<Integer> moved,
            Map<Integer, List<Integer>> splits,
            Map<Integer, List<Integer>> merges) {
        this.beforeOf = beforeOf.clone();
        this.afterOf = afterOf.clone();
        this.moved = Set.copyOf(moved);
        this.splits = Map.copyOf(splits);
        this.merges = Map.copyOf(merges);
    }

    static Alignment none(int after) {
        int[] beforeOf = new int[after];
        Arrays.fill(beforeOf, -1);
        return new Alignment(beforeOf, new int[0], Set.of(), Map.of(), Map.of());
    }

    /** The alignment of two texts whose provisions already have their ids. */
    public static Alignment byId(List<TrackedProvision> before, List<TrackedProvision> after) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            positions.put(before.get(i).id(), i);
        }
        Matching matching = new Matching(before.size(), after.size());
        for (int j = 0; j < after.size(); j++) {
            Integer i = positions.get(after.get(j).id());
            if (i != null) {
                matching.match(i, j);
            }
        }
        return new Alignment(matching.beforeOf(), matching.afterOf(), matching.outOfOrder(), Map.of(), Map.of());
    }

    /** The earlier position of a later provision, or -1 when it is new. */
    public int beforeOf(int after) {
        return beforeOf[after];
    }

    /** The later position of an earlier provision, or -1 when it is gone. */
    public int afterOf(int before) {
        return afterOf[before];
    }

    /** Whether a later provision stands in another order or section than it did. */
    public boolean moved(int after) {
        return moved.contains(after);
    }

    /** By each earlier provision that was split: the later positions of its parts, in order. */
    public Map<Integer, List<Integer>> splits() {
        return splits;
    }

    /** By each later provision that was merged: the earlier positions it was made of, in order. */
    public Map<Integer, List<Integer>> merges() {
        return merges;
    }
}
