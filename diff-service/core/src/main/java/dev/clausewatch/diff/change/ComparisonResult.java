package dev.clausewatch.diff.change;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeProvenance;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.VersionRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of comparing a snapshot with the history of its document.
 *
 * @param from what it was compared with; absent for the first of its document
 * @param verdict what it is
 * @param reading its text in provisions with ids
 * @param differences between both
 * @param trusted {@link KnownVersion#trusted} of it
 * @param fingerprint {@link KnownVersion#fingerprint} of it
 * @param statedDates the dates that its text states about itself
 */
record ComparisonResult(
        @Nullable KnownVersion from,
        ChangeVerdict verdict,
        SegmentedText reading,
        List<Difference> differences,
        boolean trusted,
        String fingerprint,
        List<StatedDate> statedDates) {

    /** The change to publish and the version to store. */
    ChangeDecision decision(SnapshotCaptured next, Instant detectedAt) {
        // To the microsecond, so that the database gives back the same time.
        Instant firstSeenAt = next.capturedAt().truncatedTo(ChronoUnit.MICROS);
        VersionRef to = new VersionRef(next.snapshotId(), next.sequence(), firstSeenAt, next.textHash());
        VersionRef before = from == null ? null : from.ref();
        String changeId =
                Ids.change(before == null ? null : before.snapshotId(), next.snapshotId(), Differ.VERSION.version());
        ChangeDetected change = new ChangeDetected(
                next.document(),
                changeId,
                before,
                to,
                verdict,
                new ChangeProvenance(next.origin(), next.cause(), detectedAt, Differ.VERSION, reading.segmenter()),
                statedDates,
                TouchedProvisions.refs(reading.provisions()),
                TouchedProvisions.of(verdict.kind(), differences));
        return new ChangeDecision(
                EventSizeLimit.fit(change),
                new KnownVersion(to, changeId, verdict.kind(), next.origin(), fingerprint, trusted),
                reading);
    }
}
