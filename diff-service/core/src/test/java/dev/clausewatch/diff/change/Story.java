package dev.clausewatch.diff.change;

import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.RawCapture;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.ToolVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Captures of one made-up document, one day apart unless told otherwise. */
public final class Story {

    public static final DocumentRef DOCUMENT = new DocumentRef(
            "orbitra/terms", "Orbitra", "Terms of Service", "en", List.of(), "https://orbitra.example/terms");

    /** Stands between the two texts of a case. */
    static final String BOTH = " => ";

    private final InMemoryHistory history = new InMemoryHistory();
    private final Differ differ = new Differ();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long sequence;
    private @Nullable String previous;

    /**
     * What changed between two documents.
     *
     * @param document with {@code %s} where they differ
     * @param beforeAndAfter what stands there in each, with {@link #BOTH} between
     */
    static ChangeDetected compared(String document, String beforeAndAfter) {
        String[] both = beforeAndAfter.split(BOTH, -1);
        Story story = new Story();
        story.captured(document.formatted(both[0]));
        return story.captured(document.formatted(both[1]));
    }

    public Story later(Duration time) {
        now = now.plus(time);
        return this;
    }

    public ChangeDetected captured(String text) {
        return captured(text, Origin.LIVE, CaptureCause.SITE);
    }

    public ChangeDetected captured(String text, Origin origin, CaptureCause cause) {
        return captured(next(text, origin, cause), next -> differ.decide(history, next, now));
    }

    /** A text that is read from these bytes. */
    ChangeDetected captured(String text, CaptureCause cause, RawCapture... sources) {
        SnapshotCaptured next = next(text, Origin.LIVE, cause);
        return captured(
                new SnapshotCaptured(
                        next.document(),
                        next.snapshotId(),
                        next.sequence(),
                        next.previousSnapshotId(),
                        next.origin(),
                        next.cause(),
                        next.capturedAt(),
                        next.text(),
                        next.textHash(),
                        List.of(sources),
                        next.extractor()),
                known -> differ.decide(history, known, now));
    }

    private SnapshotCaptured next(String text, Origin origin, CaptureCause cause) {
        later(Duration.ofDays(1));
        return snapshot(DOCUMENT, text, ++sequence, previous, origin, cause, now);
    }

    private ChangeDetected captured(SnapshotCaptured next, Function<SnapshotCaptured, ChangeDecision> decide) {
        previous = next.snapshotId();
        ChangeDecision decision = decide.apply(next);
        history.add(decision);
        return decision.change();
    }

    /** A text that the differ failed at. */
    public ChangeDetected capturedCoarsely(String text, String reason) {
        return capturedCoarsely(text, Origin.LIVE, CaptureCause.SITE, reason);
    }

    ChangeDetected capturedCoarsely(String text, Origin origin, CaptureCause cause) {
        return capturedCoarsely(text, origin, cause, "computing it failed");
    }

    private ChangeDetected capturedCoarsely(String text, Origin origin, CaptureCause cause, String reason) {
        return captured(next(text, origin, cause), next -> differ.decideCoarsely(history, next, now, reason));
    }

    /** The text that waits has stood. */
    public void confirmed() {
        history.trustFrom(sequence);
    }

    /** The newest text, in provisions. */
    SegmentedText newest() {
        return history.reading(history.newest().orElseThrow());
    }

    public Instant now() {
        return now;
    }

    public static SnapshotCaptured snapshot(
            DocumentRef document,
            String text,
            long sequence,
            @Nullable String previous,
            Origin origin,
            CaptureCause cause,
            Instant at) {
        String hash = Ids.sha256(text);
        return new SnapshotCaptured(
                document,
                Ids.snapshot(document.id(), sequence, previous, hash, origin, cause),
                sequence,
                previous,
                origin,
                cause,
                at,
                text,
                hash,
                List.of(),
                new ToolVersion("clausewatch-blocks", "1"));
    }

    /** Whether a change has exactly these signals beside what it is compared with. */
    static boolean hasSignal(ChangeDetected change, String id) {
        return change.verdict().signals().stream()
                .anyMatch(signal -> signal.id().equals(id));
    }

    static String summary(ChangeDetected change) {
        return change.verdict().kind() + " " + (change.verdict().alertable() ? "alertable " : "silent ")
                + change.verdict().alertableReason() + " " + change.verdict().settlement();
    }

    static boolean isSilentEditorial(ChangeDetected change) {
        return change.verdict().kind() == ChangeKind.EDITORIAL
                && !change.verdict().alertable();
    }
}
