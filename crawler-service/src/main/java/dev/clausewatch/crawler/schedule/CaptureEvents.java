package dev.clausewatch.crawler.schedule;

import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.messaging.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The events of captures, with ids that follow from what they tell. */
@ApplicationScoped
class CaptureEvents {

    private final EventLog eventLog;

    CaptureEvents(EventLog eventLog) {
        this.eventLog = eventLog;
    }

    void captured(SnapshotCaptured data) {
        append(EventType.SNAPSHOT_CAPTURED, data.snapshotId(), data.capturedAt(), data);
    }

    void verified(SnapshotVerified data) {
        append(EventType.SNAPSHOT_VERIFIED, data.snapshotId(), data.verifiedAt(), data);
    }

    void failed(CaptureFailed data) {
        append(EventType.CAPTURE_FAILED, data.key(), data.attemptedAt(), data);
    }

    void degraded(SourceDegraded data, Instant now) {
        append(EventType.SOURCE_DEGRADED, data.key(), now, data);
    }

    void recovered(SourceRecovered data) {
        append(EventType.SOURCE_RECOVERED, data.key(), data.recoveredAt(), data);
    }

    private void append(EventType type, String what, Instant time, EventData data) {
        eventLog.append(
                Topic.CAPTURES, new Event(Ids.event(type, what, time.toString()), time, "/crawler-service", data));
    }
}
