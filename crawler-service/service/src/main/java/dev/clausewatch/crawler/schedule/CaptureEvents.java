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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers the events of some captures, in order, with ids that follow from what they tell. */
final class CaptureEvents {

    private final List<Event> events = new ArrayList<>();

    void captured(SnapshotCaptured data) {
        add(EventType.SNAPSHOT_CAPTURED, data.snapshotId(), data.capturedAt(), data);
    }

    void verified(SnapshotVerified data) {
        add(EventType.SNAPSHOT_VERIFIED, data.snapshotId(), data.verifiedAt(), data);
    }

    void failed(CaptureFailed data) {
        add(EventType.CAPTURE_FAILED, data.key(), data.attemptedAt(), data);
    }

    void degraded(SourceDegraded data, Instant now) {
        add(EventType.SOURCE_DEGRADED, data.key(), now, data);
    }

    void recovered(SourceRecovered data) {
        add(EventType.SOURCE_RECOVERED, data.key(), data.recoveredAt(), data);
    }

    List<Event> gathered() {
        return List.copyOf(events);
    }

    private void add(EventType type, String what, Instant time, EventData data) {
        events.add(new Event(Ids.event(type, what, time.toString()), time, "/crawler-service", data));
    }
}
