package dev.clausewatch.crawler.archive;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which snapshot follows from an extracted text. When the extractor or declaration changed, the bytes of the newest snapshot are
 * extracted again first. What differs then is our change and becomes a snapshot of its own; only the rest counts as the site's change.
 */
public final class SnapshotPlan {

    private SnapshotPlan() {}

    /** A snapshot to write. */
    public record Planned(DocumentText reading, CaptureCause cause) {}

    /**
     * After the pages were captured; empty when the text is the one we have.
     *
     * @param newest the newest snapshot, if there is one
     * @param current what the pages say now
     * @param upgrade why the reading changed since the newest snapshot, where its own bytes could not be read in the new way; absent
     *     when the reading did not change
     */
    public static Optional<Planned> ofCapture(
            @Nullable Snapshot newest, DocumentText current, @Nullable CaptureCause upgrade) {
        if (newest == null) {
            return Optional.of(new Planned(current, CaptureCause.SITE));
        }
        return sameText(newest, current)
                ? Optional.empty()
                : Optional.of(new Planned(current, cause(newest, current, upgrade)));
    }

    /** After the newest snapshot's bytes were read in the new way; empty when they give the text we have. */
    public static Optional<Planned> ofReread(Snapshot newest, DocumentText reread, CaptureCause upgrade) {
        return sameText(newest, reread) ? Optional.empty() : Optional.of(new Planned(reread, upgrade));
    }

    private static boolean sameText(Snapshot newest, DocumentText reading) {
        return reading.textHash().equals(newest.textHash());
    }

    /**
     * A text from somewhere else says nothing about a change of the page that we had, and another archive's formatting is no change:
     * there are no bytes of an imported snapshot that would tell the two apart.
     */
    private static CaptureCause cause(Snapshot newest, DocumentText current, @Nullable CaptureCause upgrade) {
        if (upgrade != null && newest.origin() == Origin.IMPORT) {
            return CaptureCause.EXTRACTOR_UPGRADE;
        }
        boolean moved = upgrade == CaptureCause.DECLARATION_UPGRADE && otherAddresses(newest, current);
        return moved ? CaptureCause.DECLARATION_UPGRADE : CaptureCause.SITE;
    }

    private static boolean otherAddresses(Snapshot newest, DocumentText current) {
        return !newest.urls()
                .equals(current.sources().stream()
                        .map(source -> source.raw().url())
                        .toList());
    }
}
