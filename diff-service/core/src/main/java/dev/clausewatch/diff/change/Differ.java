package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.diff.segment.StatedDates;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeProvenance;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.VersionRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facade of the core: decides what a snapshot changes against the history of its document. No framework, broker or database. The same
 * history, snapshot and time give the same decision. Thread-safe.
 */
public final class Differ {

    /** Name and version of the differ; part of every change's id. */
    public static final ToolVersion VERSION = new ToolVersion("clausewatch-differ", "7");

    private final Segmenter segmenter = new Segmenter();
    private final ProvisionAligner aligner = new ProvisionAligner();
    private final Resegmenter resegmenter = new Resegmenter(segmenter, aligner);
    private final ClauseComparison clauses =
            new ClauseComparison(aligner, segmenter, new EarlierVersions(aligner, resegmenter, segmenter));
    private final RevisionComparison revisions = new RevisionComparison(segmenter, aligner);

    /**
     * Decides on the next snapshot of a document.
     *
     * @param history of the document, up to the snapshot before
     * @param next whose sequence follows that of the newest version
     * @param detectedAt now
     */
    public ChangeDecision decide(History history, SnapshotCaptured next, Instant detectedAt) {
        SegmentedSnapshot cut = SegmentedSnapshot.of(next, segmenter);
        return history.newest()
                .map(newest -> clauses.judge(history, newest, cut))
                .orElseGet(() -> first(cut))
                .decision(next, detectedAt);
    }

    private static ComparisonResult first(SegmentedSnapshot next) {
        return new ComparisonResult(
                null,
                ChangeKindRules.baseline(),
                next.withNewIds(),
                List.of(),
                true,
                next.fingerprint(),
                StatedDates.in(next.captured().text()));
    }

    /**
     * Fallback when {@link #decide} exceeded its budget or failed: compares line by line, so that the document is not blocked. The next
     * version is compared with the last one that was compared provision by provision.
     *
     * @param reason half a sentence that says what went wrong
     */
    public ChangeDecision decideCoarsely(History history, SnapshotCaptured next, Instant detectedAt, String reason) {
        KnownVersion newest = history.newest().orElse(null);
        CoarseComparison coarse = newest == null
                ? CoarseComparison.of(next, null, null)
                : CoarseComparison.of(next, history.text(newest), newest.ref().snapshotId());
        return new ComparisonResult(
                        newest,
                        CoarseComparison.verdict(next, newest == null, reason),
                        new SegmentedText(next.text(), CoarseComparison.CUT, coarse.lines()),
                        coarse.differences(),
                        false,
                        next.textHash(),
                        List.of())
                .decision(next, detectedAt);
    }

    /**
     * What differs between any two versions of a document, as one change from the first to the second: {@code SUBSTANTIVE} with the
     * provisions that differ in substance, or {@code EDITORIAL}. It is no event: it is not published, and no history decides on it.
     *
     * @param comparedAt now
     */
    public ChangeDetected compare(DocumentRef document, Revision from, Revision to, Instant comparedAt) {
        return revisions.byClause(document, from, to, comparedAt);
    }

    /**
     * Fallback when {@link #compare} exceeded its budget or failed: line by line.
     *
     * @param reason half a sentence that says what went wrong
     */
    public ChangeDetected compareCoarsely(
            DocumentRef document, Revision from, Revision to, Instant comparedAt, String reason) {
        return revisions.byLine(document, from, to, comparedAt, reason);
    }

    /** Name and version of the line segmenter, for texts that could not be compared provision by provision. */
    public static ToolVersion coarseCut() {
        return CoarseComparison.CUT;
    }

    /**
     * Segments a text of an earlier segmenter version again. This never alerts.
     *
     * @param reading of one version
     * @param before the version before it, cut by this segmenter; absent for the first
     */
    public Resegmenter.Resegmentation resegment(SegmentedText reading, @Nullable SegmentedText before) {
        return resegmenter.resegment(reading, before);
    }

    /** Fallback when {@link #resegment} exceeded its budget or failed. */
    public Resegmenter.Resegmentation resegmentCoarsely(String documentId, SegmentedText reading) {
        String textHash = Ids.sha256(reading.text());
        return new Resegmenter.Resegmentation(
                new SegmentedText(
                        reading.text(),
                        CoarseComparison.CUT,
                        CoarseComparison.tracked(documentId, textHash, reading.text())),
                textHash);
    }

    /**
     * The {@code TECHNICAL} change that publishes the new segmentation of a document's newest version.
     *
     * @param announced what was announced of that version
     * @param reading as it is cut now
     */
    public ChangeDetected resegmentationChange(ChangeDetected announced, SegmentedText reading, Instant detectedAt) {
        VersionRef version = announced.to();
        ChangeDetected change = new ChangeDetected(
                announced.document(),
                Ids.change(
                        version.snapshotId(),
                        version.snapshotId(),
                        VERSION.version() + "/" + reading.segmenter().version()),
                version,
                version,
                ChangeVerdict.silent(
                        ChangeKind.TECHNICAL,
                        List.of(new Signal(
                                "segmenter-upgrade",
                                "The same text is cut into provisions by another segmenter, "
                                        + reading.segmenter().name() + " "
                                        + reading.segmenter().version() + ".")),
                        "technical"),
                new ChangeProvenance(
                        announced.provenance().origin(),
                        announced.provenance().cause(),
                        detectedAt,
                        VERSION,
                        reading.segmenter()),
                announced.statedDates(),
                TouchedProvisions.refs(reading.provisions()),
                List.of());
        return EventSizeLimit.fit(change);
    }
}
