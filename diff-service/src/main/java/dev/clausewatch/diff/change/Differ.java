package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.Lineage;
import dev.clausewatch.diff.align.ProvisionAligner;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.diff.segment.StatedDates;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.VersionRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a snapshot against the past of its document: the way into this service's core, without framework, broker or
 * database. The same history, snapshot and time give the same decision. Thread-safe.
 */
public final class Differ {

    /** What compares; part of every change's id. */
    public static final ToolVersion VERSION = new ToolVersion("clausewatch-differ", "4");

    /** Half an event: the classifier's event holds the change whole and its own findings beside it. */
    private static final int MOST_BYTES = Limits.EVENT_BYTES / 2;

    /** The share of provisions with other words from which on a text is looked at as a whole. */
    private static final double HARDLY_ALIKE = 0.7;

    private final Segmenter segmenter = new Segmenter();
    private final ProvisionAligner aligner = new ProvisionAligner();
    private final Recutter recutter = new Recutter(segmenter, aligner);
    private final HeadingEdits headings = new HeadingEdits(segmenter);

    /**
     * What a document's next snapshot means.
     *
     * @param history of the document, up to the snapshot before
     * @param next whose sequence follows that of the newest version
     * @param detectedAt now
     */
    public ChangeDecision decide(History history, SnapshotCaptured next, Instant detectedAt) {
        List<Provision> provisions = segmenter.segment(next.text());
        String fingerprint = Fingerprint.of(next.textHash(), provisions);
        Optional<KnownVersion> newest = history.newest();
        if (newest.isEmpty()) {
            List<TrackedProvision> tracked = Lineage.begin(next.document().id(), next.snapshotId(), provisions);
            return decision(
                    next,
                    null,
                    ChangeKindRules.baseline(),
                    new Reading(next.text(), Segmenter.VERSION, tracked),
                    List.of(),
                    true,
                    fingerprint,
                    StatedDates.in(next.text()),
                    detectedAt);
        }
        return compared(history, newest.get(), next, provisions, fingerprint, detectedAt);
    }

    /**
     * The same for a text that {@link #decide} took too long for or failed at: compared line by line, so that the document goes on.
     * The next version is compared with the last one that was compared clause by clause.
     *
     * @param reason half a sentence that says what went wrong
     */
    public ChangeDecision decideCoarsely(History history, SnapshotCaptured next, Instant detectedAt, String reason) {
        KnownVersion newest = history.newest().orElse(null);
        CoarseComparison coarse = newest == null
                ? CoarseComparison.of(next, null, null)
                : CoarseComparison.of(next, history.text(newest), newest.ref().snapshotId());
        return decision(
                next,
                newest,
                CoarseComparison.verdict(next, newest == null, reason),
                new Reading(next.text(), CoarseComparison.CUT, coarse.lines()),
                coarse.differences(),
                false,
                next.textHash(),
                List.of(),
                detectedAt);
    }

    /** What cuts a text that could not be compared clause by clause. */
    public static ToolVersion coarseCut() {
        return CoarseComparison.CUT;
    }

    /**
     * A text that an earlier segmenter cut, as this one cuts it: a technical matter, nobody is told of it.
     *
     * @param reading of one version
     * @param before the version before it, cut by this segmenter; absent for the first
     */
    public Recutter.Recut recut(Reading reading, @Nullable Reading before) {
        return recutter.recut(reading, before);
    }

    /** The same for a text that {@link #recut} took too long for or failed at. */
    public Recutter.Recut recutCoarsely(String documentId, Reading reading) {
        String textHash = Ids.sha256(reading.text());
        return new Recutter.Recut(
                new Reading(
                        reading.text(),
                        CoarseComparison.CUT,
                        CoarseComparison.tracked(documentId, textHash, reading.text())),
                textHash);
    }

    /**
     * Says that the newest version of a document is cut in another way.
     *
     * @param announced what was announced of that version
     * @param reading as it is cut now
     */
    public ChangeDetected recutChange(ChangeDetected announced, Reading reading, Instant detectedAt) {
        VersionRef version = announced.to();
        ChangeDetected change = new ChangeDetected(
                announced.document(),
                Ids.change(
                        version.snapshotId(),
                        version.snapshotId(),
                        VERSION.version() + "/" + reading.segmenter().version()),
                version,
                version,
                ChangeKind.TECHNICAL,
                List.of(new Signal(
                        "segmenter-upgrade",
                        "The same text is cut into provisions by another segmenter, "
                                + reading.segmenter().name() + " "
                                + reading.segmenter().version() + ".")),
                false,
                "technical",
                Settlement.SETTLED,
                null,
                List.of(),
                List.of(),
                announced.origin(),
                announced.cause(),
                detectedAt,
                VERSION,
                reading.segmenter(),
                announced.statedDates(),
                TouchedProvisions.refs(reading.provisions()),
                List.of());
        return EventSize.fit(change, MOST_BYTES);
    }

    private ChangeDecision compared(
            History history,
            KnownVersion newest,
            SnapshotCaptured next,
            List<Provision> provisions,
            String fingerprint,
            Instant detectedAt) {
        Facts.Return departed = departed(history, newest, next, fingerprint);
        if (departed != null && !departed.exact() && hasOtherHeadings(history, departed.to(), next, provisions)) {
            departed = null;
        }
        KnownVersion from = departed == null ? comparable(history, newest, next, provisions, fingerprint) : newest;
        Reading before = comparableReading(history.reading(from));
        List<TrackedProvision> tracked;
        List<Difference> clauses;
        Alignment alignment = null;
        if (departed != null) {
            Reading earlier = cutAsNow(history.reading(departed.to()));
            tracked = carry(next, earlier, provisions, aligner.align(earlier.untracked(), provisions));
            alignment = isCoarse(before) ? null : Alignment.byId(before.provisions(), tracked);
        } else if (isCoarse(before)) {
            tracked = Lineage.begin(next.document().id(), next.snapshotId(), provisions);
        } else {
            alignment = aligner.align(before.untracked(), provisions);
            tracked = carry(next, before, provisions, alignment);
        }
        Reading reading = new Reading(next.text(), Segmenter.VERSION, tracked);
        List<Difference> edits = List.of();
        if (alignment == null) {
            clauses = coarseDifferences(next, before, from);
        } else {
            clauses = Comparison.of(before.provisions(), tracked, alignment);
            // A text that only reads as a doubtful one does waits with it.
            boolean waits = isDoubtful(newest) && fingerprint.equals(newest.fingerprint());
            edits = waits ? edits : headings.between(before, reading, alignment);
        }
        List<Difference> differences = HeadingEdits.placed(edits, clauses);
        Facts facts = new Facts(
                next,
                newest,
                from,
                departed,
                Shrinkage.between(before.untracked(), provisions, hardlyAlike(clauses, tracked)),
                differences,
                tracked.size(),
                HeadingChanges.describe(before.untracked(), provisions));
        Verdict decided = ChangeKindRules.decide(facts);
        Verdict verdict = isCoarse(before) ? CoarseComparison.saying(decided) : decided;
        return decision(
                next,
                from,
                verdict,
                reading,
                differences,
                trusted(verdict, from, newest, next),
                fingerprint,
                StatedDates.in(next.text()),
                detectedAt);
    }

    /** Another reading of a page returns to nothing; and a suspect text is no version that one could return to. */
    private static Facts.@Nullable Return departed(
            History history, KnownVersion newest, SnapshotCaptured next, String fingerprint) {
        boolean sameText = next.textHash().equals(newest.ref().textHash());
        if (sameText || next.cause() != CaptureCause.SITE) {
            return null;
        }
        Optional<KnownVersion> exact = history.newestWithText(next.textHash());
        Optional<KnownVersion> alike = exact.isPresent() || fingerprint.equals(newest.fingerprint())
                ? exact
                : history.newestWithFingerprint(fingerprint);
        return alike.filter(version -> version.kind() != ChangeKind.SUSPECT)
                .map(version -> new Facts.Return(
                        version,
                        history.after(version.ref().sequence()),
                        exact.isPresent(),
                        history.announcements(version.fingerprint())))
                .orElse(null);
    }

    /** A text that says the same as an earlier one under another heading is no return to it. */
    private boolean hasOtherHeadings(
            History history, KnownVersion earlier, SnapshotCaptured next, List<Provision> provisions) {
        Reading before = cutAsNow(history.reading(earlier));
        Alignment alignment = aligner.align(before.untracked(), provisions);
        Reading after = new Reading(next.text(), Segmenter.VERSION, carry(next, before, provisions, alignment));
        return !headings.between(before, after, alignment).isEmpty();
    }

    private static boolean isDoubtful(KnownVersion version) {
        return !version.trusted() || version.kind() == ChangeKind.SUSPECT;
    }

    private static boolean isFirstLive(KnownVersion newest, SnapshotCaptured next) {
        return next.origin() == Origin.LIVE && newest.origin() == Origin.IMPORT;
    }

    /** A text after a suspect or waiting one is compared with what the document was last held to say. */
    private KnownVersion comparable(
            History history,
            KnownVersion newest,
            SnapshotCaptured next,
            List<Provision> provisions,
            String fingerprint) {
        boolean saysTheSame = fingerprint.equals(newest.fingerprint());
        if (!isDoubtful(newest) || saysTheSame || next.cause() != CaptureCause.SITE) {
            return newest;
        }
        KnownVersion held = history.newestTrusted().orElse(newest);
        // A suspect text that has stood is what there is, unless the document recovers.
        boolean recovers = !newest.trusted()
                || !Shrinkage.between(comparableReading(history.reading(held)).untracked(), provisions, false)
                        .isCollapse();
        return recovers ? held : newest;
    }

    private static boolean hardlyAlike(List<Difference> differences, List<TrackedProvision> tracked) {
        long changed = differences.stream()
                .filter(difference -> difference.substantive() && difference.after() != null)
                .count();
        return changed > HARDLY_ALIKE * tracked.size();
    }

    /** What could be read by lines only is compared by lines: cutting it into clauses is what failed. */
    private Reading comparableReading(Reading reading) {
        return isCoarse(reading) ? reading : cutAsNow(reading);
    }

    private static boolean isCoarse(Reading reading) {
        return reading.segmenter().equals(CoarseComparison.CUT);
    }

    private static List<Difference> coarseDifferences(SnapshotCaptured next, Reading before, KnownVersion from) {
        return CoarseComparison.of(next, before.text(), from.ref().snapshotId()).differences();
    }

    private Reading cutAsNow(Reading reading) {
        return recutter.recut(reading, null).reading();
    }

    private static List<TrackedProvision> carry(
            SnapshotCaptured next, Reading before, List<Provision> provisions, Alignment alignment) {
        return Lineage.carry(next.document().id(), next.snapshotId(), before.provisions(), provisions, alignment);
    }

    /** What says the same as a text that waits, or only reads it otherwise, waits with it. */
    private static boolean trusted(Verdict verdict, KnownVersion from, KnownVersion newest, SnapshotCaptured next) {
        return switch (verdict.kind()) {
            case SUSPECT, UNKNOWN -> false;
            case TECHNICAL -> newest.trusted() || isFirstLive(newest, next);
            case EDITORIAL -> newest.trusted() || !from.equals(newest);
            case BASELINE, REVERTED, SUBSTANTIVE -> verdict.settlement() == Settlement.SETTLED;
        };
    }

    private static ChangeDecision decision(
            SnapshotCaptured next,
            @Nullable KnownVersion from,
            Verdict verdict,
            Reading reading,
            List<Difference> differences,
            boolean trusted,
            String fingerprint,
            List<StatedDate> statedDates,
            Instant detectedAt) {
        // To the microsecond, so that the database gives back the same time.
        Instant firstSeenAt = next.capturedAt().truncatedTo(ChronoUnit.MICROS);
        VersionRef to = new VersionRef(next.snapshotId(), next.sequence(), firstSeenAt, next.textHash());
        VersionRef before = from == null ? null : from.ref();
        String changeId = Ids.change(before == null ? null : before.snapshotId(), next.snapshotId(), VERSION.version());
        ChangeDetected change = new ChangeDetected(
                next.document(),
                changeId,
                before,
                to,
                verdict.kind(),
                verdict.signals(),
                verdict.alertable(),
                verdict.reason(),
                verdict.settlement(),
                verdict.returnsTo(),
                verdict.reverts(),
                verdict.reinstates(),
                next.origin(),
                next.cause(),
                detectedAt,
                VERSION,
                reading.segmenter(),
                statedDates,
                TouchedProvisions.refs(reading.provisions()),
                TouchedProvisions.of(verdict.kind(), differences));
        return new ChangeDecision(
                EventSize.fit(change, MOST_BYTES),
                new KnownVersion(to, changeId, verdict.kind(), next.origin(), fingerprint, trusted),
                reading);
    }
}
