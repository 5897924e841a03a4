package dev.clausewatch.cli.differ;

import dev.clausewatch.diff.change.ChangeDecision;
import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.InMemoryHistory;
import dev.clausewatch.diff.change.PendingChange;
import dev.clausewatch.diff.change.Settling;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replays the history of a document as if its site had been watched: each version a live capture, each text verified until the next
 * one, the last one as having stayed. Not for several threads.
 */
final class HistoryReplay {

    /** The last text counts as verified this long after it came: longer than any hold time. */
    private static final Duration STAYED = Duration.ofDays(3650);

    private static final ToolVersion ARCHIVE = new ToolVersion("archive", "1");

    private final Differ differ = new Differ();
    private final Settling settling;
    private final InMemoryHistory history = new InMemoryHistory();
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    /** The kind of the newest version. */
    private ChangeKind newest = ChangeKind.BASELINE;

    private @Nullable SnapshotCaptured last;

    HistoryReplay(Duration hold) {
        this.settling = new Settling(hold);
    }

    /** A change that waits, and which pair it is of. */
    private record Waiting(PendingChange change, int pair) {}

    /**
     * What became of two consecutive versions.
     *
     * @param from its {@code seq}
     * @param to its {@code seq}
     * @param change absent when both read the same in our text format, so that there is no snapshot
     * @param settled what became of a change that waited; absent when it did not wait
     * @param untrue what the change calls added or removed and the other version says too
     * @param nanos how long deciding took
     */
    record Pair(
            long from,
            long to,
            @Nullable ChangeDetected change,
            @Nullable SettlementOutcome settled,
            List<TouchedProvision> untrue,
            long nanos) {

        Pair {
            untrue = List.copyOf(untrue);
        }

        /** Whether a subscriber with no filter would be told, materiality left aside. */
        boolean alert() {
            return change != null
                    && change.verdict().alertable()
                    && (change.verdict().settlement() == Settlement.SETTLED || settled == SettlementOutcome.CONFIRMED);
        }
    }

    /** The pairs of a history in order. */
    List<Pair> replay(List<HistoryRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            HistoryRow row = rows.get(i);
            Instant at = row.date().toInstant();
            if (last != null) {
                verified(last, at);
            }
            capture(i == 0 ? null : rows.get(i - 1), row, at);
        }
        if (last != null) {
            verified(last, last.capturedAt().plus(STAYED));
        }
        return pairs;
    }

    private void capture(@Nullable HistoryRow before, HistoryRow row, Instant at) {
        String text = TextFormat.normalize(row.content());
        SnapshotCaptured previous = last;
        if (previous != null && before != null && previous.text().equals(text)) {
            pairs.add(new Pair(before.seq(), row.seq(), null, null, List.of(), 0));
            return;
        }
        SnapshotCaptured next = snapshot(row, text, at, previous);
        long start = System.nanoTime();
        ChangeDecision decision = differ.decide(history, next, at);
        long nanos = System.nanoTime() - start;
        supersede(decision, at);
        newest = decision.change().verdict().kind();
        history.add(decision);
        texts.put(next.snapshotId(), text);
        last = next;
        if (before != null) {
            pairs.add(new Pair(before.seq(), row.seq(), decision.change(), null, untrue(decision), nanos));
            if (decision.change().verdict().settlement() == Settlement.PENDING) {
                waiting.add(new Waiting(PendingChange.of(decision.change()), pairs.size() - 1));
            }
        }
    }

    /** Against the version that the change says it is compared with. */
    private List<TouchedProvision> untrue(ChangeDecision decision) {
        VersionRef from = decision.change().from();
        return from == null
                ? List.of()
                : UntrueTexts.of(
                        decision.change().touched(),
                        texts.getOrDefault(from.snapshotId(), ""),
                        decision.reading().text());
    }

    private void verified(SnapshotCaptured snapshot, Instant at) {
        SnapshotVerified verified = new SnapshotVerified(
                snapshot.document(), snapshot.snapshotId(), snapshot.sequence(), snapshot.textHash(), at, false);
        waiting.removeIf(one -> settled(one, settling.onVerified(one.change(), newest, verified, at)));
    }

    private void supersede(ChangeDecision next, Instant at) {
        waiting.removeIf(one -> settled(one, settling.onNext(one.change(), next.change(), next.reading(), at)));
    }

    /** Notes what became of a change; whether it is settled. */
    private boolean settled(Waiting one, Optional<ChangeSettled> settled) {
        settled.ifPresent(settlement -> {
            Pair pair = pairs.get(one.pair());
            pairs.set(
                    one.pair(),
                    new Pair(pair.from(), pair.to(), pair.change(), settlement.as(), pair.untrue(), pair.nanos()));
            if (settlement.as() == SettlementOutcome.CONFIRMED && !one.change().mayBeNew()) {
                history.trustFrom(one.change().to().sequence());
            }
        });
        return settled.isPresent();
    }

    private static SnapshotCaptured snapshot(
            HistoryRow row, String text, Instant at, @Nullable SnapshotCaptured previous) {
        DocumentRef document = new DocumentRef(
                Ids.document(row.service(), row.termsType(), null),
                row.service(),
                row.termsType(),
                null,
                List.of(),
                "history:" + Ids.slug(row.service()));
        CaptureCause cause = row.technical() ? CaptureCause.EXTRACTOR_UPGRADE : CaptureCause.SITE;
        long sequence = previous == null ? 1 : previous.sequence() + 1;
        String previousId = previous == null ? null : previous.snapshotId();
        String hash = Ids.sha256(text);
        return new SnapshotCaptured(
                document,
                Ids.snapshot(document.id(), sequence, previousId, hash, Origin.LIVE, cause),
                sequence,
                previousId,
                Origin.LIVE,
                cause,
                at,
                text,
                hash,
                List.of(),
                ARCHIVE);
    }
}
