package dev.clausewatch.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document has another version than before: what kind of change, and which provisions it touched.
 *
 * @param document the document
 * @param changeId {@link Ids#change}
 * @param from the version before; absent for a baseline
 * @param to the new version
 * @param kind what it is
 * @param signals every observation that decided the kind
 * @param alertable whether subscribers may be told, its meaning left aside
 * @param alertableReason stable code for that, such as {@code substantive}, {@code editorial}, {@code imported}, {@code withdrawal}
 * @param settlement whether it waits for {@code change.settled}
 * @param returnsTo the earlier version whose text this is, for {@link ChangeKind#REVERTED}
 * @param reverts the changes that a return undoes, oldest first: who was told of one is told that it is gone
 * @param reinstates the changes that announced this text before a return took them back: once it has stood, whoever was told of the
 *     retraction is told that they hold after all
 * @param origin of the new snapshot
 * @param cause of the new snapshot
 * @param detectedAt when the diff service decided
 * @param differ what compared
 * @param segmenter what cut the text into provisions
 * @param statedDates the dates that the new version states about itself, in order; {@code to.firstSeenAt} is when we first saw it
 * @param provisions the whole new version, in order
 * @param touched the provisions that differ, in the order of the new version, removed ones where they stood
 */
public record ChangeDetected(
        DocumentRef document,
        String changeId,
        @Nullable VersionRef from,
        VersionRef to,
        ChangeKind kind,
        List<Signal> signals,
        boolean alertable,
        String alertableReason,
        Settlement settlement,
        @Nullable VersionRef returnsTo,
        List<String> reverts,
        List<String> reinstates,
        Origin origin,
        CaptureCause cause,
        Instant detectedAt,
        ToolVersion differ,
        ToolVersion segmenter,
        List<StatedDate> statedDates,
        List<ProvisionRef> provisions,
        List<TouchedProvision> touched)
        implements EventData {

    public ChangeDetected {
        Required.present(document, "document");
        Required.text(changeId, "changeId");
        Required.present(to, "to");
        Required.present(kind, "kind");
        Required.text(alertableReason, "alertableReason");
        Required.present(settlement, "settlement");
        Required.present(origin, "origin");
        Required.present(cause, "cause");
        Required.present(detectedAt, "detectedAt");
        Required.present(differ, "differ");
        Required.present(segmenter, "segmenter");
        signals = Lists.copy(signals);
        reverts = Lists.copy(reverts);
        reinstates = Lists.copy(reinstates);
        statedDates = Lists.copy(statedDates);
        provisions = Lists.copy(provisions);
        touched = Lists.copy(touched);
    }

    @Override
    public String key() {
        return document.id();
    }
}
