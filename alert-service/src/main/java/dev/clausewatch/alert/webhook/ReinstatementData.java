package dev.clausewatch.alert.webhook;

import dev.clausewatch.alert.notice.Sentences;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.DocumentRef;
import java.time.Instant;

/**
 * The data of {@code change.reinstated}.
 *
 * @param change the change that holds after all
 * @param reinstatedBy the change that brought its text back
 * @param reinstates the {@code webhook-id} of the alert
 * @param summary for people
 */
record ReinstatementData(Back change, By reinstatedBy, String reinstates, String summary) {

    static ReinstatementData of(String changeId, String url, String alertId, ChangeClassified by, String byUrl) {
        DocumentRef document = by.document();
        Instant since = by.change().to().firstSeenAt();
        return new ReinstatementData(
                new Back(changeId, url, document),
                new By(by.change().changeId(), byUrl, since),
                alertId,
                Sentences.back(by));
    }

    record Back(String id, String url, DocumentRef document) {}

    record By(String changeId, String url, Instant since) {}
}
