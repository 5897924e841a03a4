package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.events.RawCapture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes the pages of snapshots as a WARC 1.1 (ISO 28500): a response for each page of the server, a resource for one that a browser
 * rendered, and a revisit where the same bytes are there already. Ids are derived, so the same pages give the same file.
 */
final class WarcPages {

    /** Headers that tell of the transfer, not of the bytes that are kept, go under this prefix, as other archives write them. */
    private static final String ORIGINAL = "X-Archive-Orig-";

    private static final List<String> OF_THE_TRANSFER =
            List.of("content-length", "content-encoding", "transfer-encoding");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final WarcWriter writer;
    private final Map<String, First> firsts = new HashMap<>();

    /** The record that has the bytes. */
    private record First(UUID id, String target, Instant date) {}

    WarcPages(OutputStream out) throws IOException {
        this.writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP);
    }

    /**
     * What the file is.
     *
     * @param first the first record that has pages
     */
    void begin(EvidenceRecord first) throws IOException {
        writer.write(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(id("info", first.snapshot(), 0))
                .date(first.capturedAt())
                .fields(Map.of("description", List.of("Captures of " + first.document() + " by Clausewatch")))
                .build());
    }

    /** A page of a snapshot. */
    void add(EvidenceRecord record, int place, BundleContents contents) throws IOException {
        EvidenceRecord.Source source = record.sources().get(place);
        RawCapture raw = source.raw();
        UUID id = id("page", record.snapshot(), place);
        First first = firsts.putIfAbsent(raw.sha256(), new First(id, raw.finalUrl(), raw.fetchedAt()));
        if (first != null) {
            revisit(source, id, first);
        } else if (raw.renderedBy() == null) {
            response(source, id, contents.raw(raw.sha256()));
        } else {
            resource(source, id, contents.raw(raw.sha256()));
        }
    }

    private void response(EvidenceRecord.Source source, UUID id, byte[] body) throws IOException {
        RawCapture raw = source.raw();
        byte[] head = head(source, body.length);
        writer.write(new WarcResponse.Builder(raw.finalUrl())
                .version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(raw.fetchedAt())
                .payloadDigest("sha256", raw.sha256())
                .body(MediaType.HTTP_RESPONSE, together(head, body), head.length + (long) body.length)
                .build());
    }

    private void resource(EvidenceRecord.Source source, UUID id, byte[] body) throws IOException {
        RawCapture raw = source.raw();
        writer.write(new WarcResource.Builder()
                .setHeader("WARC-Target-URI", raw.finalUrl())
                .version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(raw.fetchedAt())
                .payloadDigest("sha256", raw.sha256())
                .body(MediaType.HTML, together(new byte[0], body), body.length)
                .build());
    }

    private void revisit(EvidenceRecord.Source source, UUID id, First first) throws IOException {
        RawCapture raw = source.raw();
        byte[] head = head(source, raw.bytes());
        writer.write(new WarcRevisit.Builder(raw.finalUrl(), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                .version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(raw.fetchedAt())
                .payloadDigest("sha256", raw.sha256())
                .refersTo(java.net.URI.create("urn:uuid:" + first.id()), first.target(), first.date())
                .body(MediaType.HTTP_RESPONSE, together(head, new byte[0]), head.length)
                .build());
    }

    /** The head of the answer, as far as it was kept. */
    private static byte[] head(EvidenceRecord.Source source, long size) {
        StringBuilder head = new StringBuilder();
        head.append("HTTP/1.1 ").append(source.raw().status()).append(" \r\n");
        new TreeMap<>(source.headers()).forEach((name, value) -> {
            if (TOKEN.matcher(name).matches()) {
                String written = OF_THE_TRANSFER.contains(name.toLowerCase(Locale.ROOT)) ? ORIGINAL + name : name;
                head.append(written).append(": ").append(oneLine(value)).append("\r\n");
            }
        });
        head.append("Content-Length: ").append(size).append("\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String oneLine(String value) {
        return CONTROL.matcher(value).replaceAll(" ");
    }

    private static ReadableByteChannel together(byte[] head, byte[] body) {
        InputStream both = new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(body));
        return Channels.newChannel(both);
    }

    private static UUID id(String what, String snapshotId, int place) {
        return UUID.nameUUIDFromBytes((what + " " + snapshotId + " " + place).getBytes(StandardCharsets.UTF_8));
    }
}
