package dev.clausewatch.diff.align;

import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.events.Ids;
import java.util.ArrayList;
import java.util.List;

/** Lasting provision ids: a provision keeps the id it had in the previous version; a new provision gets a new id. */
public final class Lineage {

    private static final int HEX_DIGITS = 40;

    private Lineage() {}

    /** The provisions of a first text. */
    public static List<TrackedProvision> begin(String documentId, String snapshotId, List<Provision> provisions) {
        return carry(documentId, snapshotId, List.of(), provisions, Alignment.none(provisions.size()));
    }

    /** The provisions of a text with the ids of those that they are aligned with. */
    public static List<TrackedProvision> carry(
            String documentId,
            String snapshotId,
            List<TrackedProvision> before,
            List<Provision> after,
            Alignment alignment) {
        List<TrackedProvision> tracked = new ArrayList<>(after.size());
        for (int i = 0; i < after.size(); i++) {
            int old = alignment.beforeOf(i);
            String id =
                    old < 0 ? fresh(documentId, snapshotId, i) : before.get(old).id();
            tracked.add(new TrackedProvision(id, after.get(i)));
        }
        return tracked;
    }

    /** The id of a heading: it lasts as long as the first clause below it. */
    public static String heading(String provisionId, int level) {
        return Ids.sha256("heading\n" + provisionId + "\n" + level).substring(0, HEX_DIGITS);
    }

    private static String fresh(String documentId, String snapshotId, int ordinal) {
        return Ids.sha256("provision\n" + documentId + "\n" + snapshotId + "\n" + ordinal)
                .substring(0, HEX_DIGITS);
    }
}
