package dev.clausewatch.diff.version;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.events.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The provisions of a version as JSON: where each stands in the text, not its words. */
final class ProvisionList {

    private static final ObjectMapper MAPPER = EventCodec.mapper();
    private static final ObjectReader READER = MAPPER.readerForListOf(Entry.class);

    private ProvisionList() {}

    /** One provision; short names, since there are thousands in a text. */
    record Entry(String id, List<String> h, @Nullable String i, int s, int e) {}

    static byte[] write(List<TrackedProvision> provisions) {
        try {
            return MAPPER.writeValueAsBytes(provisions.stream()
                    .map(tracked -> new Entry(
                            tracked.id(),
                            tracked.provision().headingPath(),
                            tracked.provision().intro(),
                            tracked.provision().start(),
                            tracked.provision().end()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The provisions of a text.
     *
     * @param lines whether they are lines that nothing is read into
     */
    static List<TrackedProvision> read(String text, byte[] json, boolean lines) {
        try {
            List<Entry> entries = READER.readValue(json);
            List<TrackedProvision> provisions = new ArrayList<>(entries.size());
            int index = 0;
            int codePoint = 0;
            for (Entry entry : entries) {
                int start = text.offsetByCodePoints(index, entry.s() - codePoint);
                int end = text.offsetByCodePoints(start, entry.e() - entry.s());
                String words = text.substring(start, end);
                provisions.add(new TrackedProvision(
                        entry.id(),
                        lines
                                ? Provision.line(words, entry.s(), entry.e())
                                : Provision.of(entry.h(), entry.i(), words, entry.s(), entry.e())));
                index = end;
                codePoint = entry.e();
            }
            return provisions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
