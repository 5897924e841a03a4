package dev.clausewatch.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.testing.CanonicalEvents;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Classified changes that everybody is told of who subscribed to their platform; each has a number that stands in its webhooks. */
final class BenchChanges {

    private static final ObjectMapper JSON = EventCodec.mapper();
    private static final String MARK = "bench-change-";
    private static final int DIGITS = 9;
    private static final int DOCUMENTS = 12;

    private BenchChanges() {}

    static Event event(int number, String platform) throws IOException {
        String id = MARK + ("%0" + DIGITS + "d").formatted(number);
        Instant now = Clock.systemUTC().instant();
        ObjectNode classified = (ObjectNode) JSON.readTree(EventCodec.write(CanonicalEvents.changeClassified()));
        classified.put("classifiedAt", now.toString()).put("alert", true);
        ObjectNode change = classified.withObject("/change");
        change.put("changeId", id).put("settlement", "SETTLED");
        for (ObjectNode one : new ObjectNode[] {classified, change}) {
            one.withObject("/document").put("platform", platform).put("id", "bench/document-" + number % DOCUMENTS);
        }
        try {
            byte[] bytes = JSON.writeValueAsBytes(classified);
            return new Event("event-of-" + id, now, "/bench", EventCodec.read(EventType.CHANGE_CLASSIFIED, bytes));
        } catch (UndecodableEventException e) {
            throw new IOException(e);
        }
    }

    /** The number of the change that a webhook tells of. */
    static int number(String body) {
        int mark = body.indexOf(MARK) + MARK.length();
        return Integer.parseInt(body, mark, mark + DIGITS, 10);
    }
}
