package dev.clausewatch.alert.webhook;

import dev.clausewatch.alert.notice.Sentences;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.VersionRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code change.retracted}.
 *
 * @param change the change that is gone
 * @param retractedBy the change that undid it
 * @param retracts the {@code webhook-id} of the alert
 * @param summary for people
 */
record RetractionData(Gone change, By retractedBy, String retracts, String summary) {

    static RetractionData of(String goneId, String goneUrl, String alertId, ChangeClassified by, String byUrl) {
        DocumentRef document = by.document();
        @Nullable VersionRef returnsTo = by.change().verdict().returnsTo();
        return new RetractionData(
                new Gone(goneId, goneUrl, document),
                new By(by.change().changeId(), byUrl, by.change().provenance().detectedAt(), returnsTo),
                alertId,
                Sentences.gone(by));
    }

    record Gone(String id, String url, DocumentRef document) {}

    record By(
            String changeId,
            String url,
            Instant detectedAt,
            @Nullable VersionRef returnsTo) {}
}
