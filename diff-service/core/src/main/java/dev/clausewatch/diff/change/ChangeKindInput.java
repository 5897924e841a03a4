package dev.clausewatch.diff.change;

import dev.clausewatch.events.SnapshotCaptured;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Input of {@link ChangeKindRules}: everything that the kind of a change depends on.
 *
 * @param next the new snapshot
 * @param newest the version before it
 * @param from what it is compared with: the version before, or the last trusted one when that waits or is suspect
 * @param earlierReturn the version returned to and those after it; absent when the text is new
 * @param shrinkage how much of the text is left
 * @param differences between {@code from} and the new text
 * @param brought those of them that bring words of no earlier version, with another way of reading the page
 * @param provisions how many the new text has
 * @param headings one sentence about headings that differ; empty when none does
 */
record ChangeKindInput(
        SnapshotCaptured next,
        KnownVersion newest,
        KnownVersion from,
        @Nullable Return earlierReturn,
        Shrinkage shrinkage,
        List<Difference> differences,
        List<Difference> brought,
        int provisions,
        String headings) {

    ChangeKindInput {
        differences = List.copyOf(differences);
        brought = List.copyOf(brought);
    }

    /** Whether the new snapshot is read from bytes that were there when the version before was captured. */
    boolean isReadFromKeptBytes() {
        return !next.sources().isEmpty()
                && next.sources().stream()
                        .noneMatch(source -> source.fetchedAt()
                                .truncatedTo(ChronoUnit.MICROS)
                                .isAfter(newest.ref().firstSeenAt()));
    }

    /**
     * A return to an earlier text.
     *
     * @param to the version returned to
     * @param since the versions after it, oldest first; not empty
     * @param exact whether the texts are the same to the letter
     * @param announcedBy the changes that announced the text returned to when it was new
     */
    record Return(KnownVersion to, List<KnownVersion> since, boolean exact, List<String> announcedBy) {

        Return {
            since = List.copyOf(since);
            announcedBy = List.copyOf(announcedBy);
        }
    }
}
