package dev.clausewatch.diff.align;

import dev.clausewatch.diff.align.StandingWords.Place;
import dev.clausewatch.diff.segment.Provision;
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
    private final Standing stillStands;
    private final Standing stood;

    Alignment(
            int[] beforeOf,
            int[] afterOf,
            Set<Integer> moved,
            Map<Integer, List<Integer>> splits,
            Map<Integer, List<Integer>> merges,
            Standing stillStands,
            Standing stood) {
        this.beforeOf = beforeOf.clone();
        this.afterOf = afterOf.clone();
        this.moved = Set.copyOf(moved);
        this.splits = Map.copyOf(splits);
        this.merges = Map.copyOf(merges);
        this.stillStands = stillStands;
        this.stood = stood;
    }

    static Alignment none(int after) {
        int[] beforeOf = new int[after];
        Arrays.fill(beforeOf, -1);
        return new Alignment(beforeOf, new int[0], Set.of(), Map.of(), Map.of(), Standing.NONE, Standing.NONE);
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
        List<Provision> old = before.stream().map(TrackedProvision::provision).toList();
        List<Provision> now = after.stream().map(TrackedProvision::provision).toList();
        return new Alignment(
                matching.beforeOf(),
                matching.afterOf(),
                matching.outOfOrder(),
                Map.of(),
                Map.of(),
                Standing.of(StandingWords.find(old, matching::isOpenBefore, now), old, now, matching::isOpenBefore),
                Standing.of(StandingWords.find(now, matching::isOpenAfter, old), now, old, matching::isOpenAfter));
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

    /** Whether the later text says what an earlier provision said that is gone, if it is long enough to tell. */
    public boolean stillStands(int before) {
        return stillStands.places().containsKey(before) || wasCopy(before);
    }

    /** Whether an earlier provision that is gone was a copy: another one says the same in its place, or for more. */
    public boolean wasCopy(int before) {
        return stillStands.copies().contains(before);
    }

    /** Whether the earlier text said what a new provision says, if it is long enough to tell. */
    public boolean stood(int after) {
        return stood.places().containsKey(after) || isCopy(after);
    }

    /** Whether a new provision is a copy: the earlier text said the same in its place, or for more. */
    public boolean isCopy(int after) {
        return stood.copies().contains(after);
    }

    /** The earlier provisions that said what a new provision says; none when it was a heading. */
    public List<Integer> sources(int after) {
        Place place = stood.places().get(after);
        if (place == null) {
            return List.of();
        }
        return place.around() >= 0 ? List.of(place.around()) : place.inside();
    }
}
