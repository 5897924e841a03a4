package dev.clausewatch.crawler.archive;

import dev.clausewatch.events.CaptureCause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which snapshots follow from a capture. When the way of reading changed since the newest snapshot, its own bytes are read again
 * first: what that changes is our doing and becomes a snapshot of its own, so that only the rest counts as the site's.
 */
public final class SnapshotPlan {

    private SnapshotPlan() {}

    /** A snapshot to write. */
    public record Planned(Reading reading, CaptureCause cause) {}

    /**
     * Plans; empty when the text is the one we have.
     *
     * @param newest the newest snapshot, if there is one
     * @param current what the pages say now
     * @param upgrade why the reading changed since the newest snapshot; absent when it did not
     * @param reread the newest snapshot's bytes as they read now; absent when they cannot be read in the new way
     */
    public static List<Planned> plan(
            @Nullable Snapshot newest, Reading current, @Nullable CaptureCause upgrade, @Nullable Reading reread) {
        if (newest == null) {
            return List.of(new Planned(current, CaptureCause.SITE));
        }
        List<Planned> planned = new ArrayList<>();
        String last = newest.textHash();
        if (upgrade != null && reread != null && !reread.textHash().equals(last)) {
            planned.add(new Planned(reread, upgrade));
            last = reread.textHash();
        }
        if (!current.textHash().equals(last)) {
            boolean moved = upgrade == CaptureCause.DECLARATION_UPGRADE && otherAddresses(newest, current);
            planned.add(new Planned(current, moved ? CaptureCause.DECLARATION_UPGRADE : CaptureCause.SITE));
        }
        return planned;
    }

    /** A text from somewhere else says nothing about a change of the page that we had. */
    private static boolean otherAddresses(Snapshot newest, Reading current) {
        return !newest.urls()
                .equals(current.sources().stream()
                        .map(source -> source.raw().url())
                        .toList());
    }
}
