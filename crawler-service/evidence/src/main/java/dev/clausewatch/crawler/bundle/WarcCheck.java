package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.crawler.evidence.Hash;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.RawCapture;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.Warcinfo;

/** Compares the pages of a WARC with the records they belong to, in the same order. */
final class WarcCheck {

    private static final int CHUNK = 64 * 1024;

    private final WarcReader reader;
    private final Set<String> seen = new HashSet<>();

    WarcCheck(InputStream warc) throws BrokenBundleException {
        try {
            this.reader = new WarcReader(warc);
            if (!(next().orElse(null) instanceof Warcinfo)) {
                throw broken("it does not begin with what it is");
            }
        } catch (IOException e) {
            throw broken("it is no WARC");
        }
    }

    /** The next page is this one. */
    void expect(EvidenceRecord.Source source) throws BrokenBundleException {
        RawCapture raw = source.raw();
        WarcRecord next = next().orElseThrow(() -> broken("the page " + raw.finalUrl() + " is missing"));
        try {
            boolean same = next instanceof WarcTargetRecord page
                    && page.target().equals(raw.finalUrl())
                    && page.date().equals(raw.fetchedAt())
                    && page.payloadDigest()
                            .filter(digest -> digest.algorithm().equals("sha256")
                                    && digest.hex().equalsIgnoreCase(raw.sha256()))
                            .isPresent();
            if (!same) {
                throw broken(
                        "where the page " + raw.finalUrl() + " of " + raw.fetchedAt() + " should be, there is another");
            }
            body(next, raw);
        } catch (IOException | RuntimeException e) {
            // The library has no one way to say that a file made by an enemy makes no sense.
            throw broken("the page " + raw.finalUrl() + " of " + raw.fetchedAt() + " cannot be read");
        }
    }

    private void body(WarcRecord next, RawCapture raw) throws IOException, BrokenBundleException {
        boolean first = seen.add(raw.sha256());
        MessageBody body = switch (next) {
            case WarcResponse response
            when first && raw.renderedBy() == null -> response.http().body();
            case WarcResource resource when first && raw.renderedBy() != null -> resource.body();
            case WarcRevisit revisit when !first -> null;
            default -> throw broken("the page " + raw.finalUrl() + " is not kept in the way its record says");
        };
        if (body != null && !digest(body).hex().equals(raw.sha256())) {
            throw broken(
                    "the bytes of the page " + raw.finalUrl() + " of " + raw.fetchedAt() + " are not those recorded");
        }
    }

    /** Nothing is larger than a page may be, whatever it unpacks to. */
    private static Hash digest(MessageBody body) throws IOException, BrokenBundleException {
        MessageDigest digest = Hash.digest();
        byte[] chunk = new byte[CHUNK];
        InputStream bytes = body.stream();
        long size = 0;
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            digest.update(chunk, 0, read);
            size += read;
            if (size > Limits.RAW_PAGE_BYTES) {
                throw broken("it has a page larger than any that is kept");
            }
        }
        return Hash.of(digest);
    }

    /** No page is left. */
    void expectEnd() throws BrokenBundleException {
        if (next().isPresent()) {
            throw broken("it has a page that no record tells of");
        }
    }

    private Optional<WarcRecord> next() throws BrokenBundleException {
        try {
            return reader.next();
        } catch (IOException | RuntimeException e) {
            throw broken("it cannot be read as a WARC");
        }
    }

    private static BrokenBundleException broken(String reason) {
        return new BrokenBundleException(BundleLayout.WARC, reason);
    }
}
