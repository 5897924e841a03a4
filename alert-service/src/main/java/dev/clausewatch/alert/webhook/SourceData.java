package dev.clausewatch.alert.webhook;

import dev.clausewatch.alert.notice.Sentences;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import java.time.Instant;

/** The data of {@code source.degraded} and {@code source.recovered}; {@code failingSince} tells which belong together. */
final class SourceData {

    private static final int DETAIL_LENGTH = 1500;

    private SourceData() {}

    /**
     * A source cannot be read any more.
     *
     * @param url where its health is shown
     * @param reason stable code of the last failure
     * @param detail of the last failure: what happened and what to do
     * @param summary for people
     */
    record Degraded(
            DocumentRef document,
            String url,
            String reason,
            String detail,
            Instant failingSince,
            int consecutiveFailures,
            Instant nextAttemptAt,
            String summary) {}

    /**
     * A source can be read again.
     *
     * @param url where its health is shown
     * @param summary for people
     */
    record Recovered(
            DocumentRef document,
            String url,
            Instant failingSince,
            Instant recoveredAt,
            int failedAttempts,
            String summary) {}

    static Degraded of(SourceDegraded degraded, String url) {
        return new Degraded(
                degraded.document(),
                url,
                degraded.reason(),
                Excerpt.of(degraded.detail(), DETAIL_LENGTH),
                degraded.failingSince(),
                degraded.consecutiveFailures(),
                degraded.nextAttemptAt(),
                Sentences.unreadable(degraded.document()));
    }

    static Recovered of(SourceRecovered recovered, String url) {
        return new Recovered(
                recovered.document(),
                url,
                recovered.failingSince(),
                recovered.recoveredAt(),
                recovered.failedAttempts(),
                Sentences.readable(recovered.document()));
    }
}
