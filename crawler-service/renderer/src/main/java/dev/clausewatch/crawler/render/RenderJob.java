package dev.clausewatch.crawler.render;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.fetch.FetchedPage;
import dev.clausewatch.events.Selector;
import dev.clausewatch.events.Source;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the browser host is told of a page.
 *
 * @param url of its main document
 * @param status the main document came with
 * @param headers the main document came with, names and values in turn
 * @param body of the main document
 * @param selectors what has to be there before the page counts as ready
 * @param token for the proxy
 * @param requests files that it may load
 * @param settleMillis time for its text to come to rest
 * @param restMillis how long a text at rest stays the same
 */
record RenderJob(
        String url,
        int status,
        List<String> headers,
        RawBytes body,
        List<String> selectors,
        String token,
        int requests,
        int settleMillis,
        int restMillis) {

    /** About the transfer of the main document, which is over, or another document. */
    private static final Set<String> LEFT_OUT = Set.of(
            "content-length", "content-encoding", "transfer-encoding", "connection", "content-type", "refresh", "link");

    RenderJob {
        headers = List.copyOf(headers);
        selectors = List.copyOf(selectors);
    }

    static RenderJob of(FetchedPage page, Source source, String token, RenderSettings settings) {
        return new RenderJob(
                page.finalUrl().toString(),
                page.status(),
                headers(page),
                page.body(),
                selectors(source),
                token,
                settings.pageRequests(),
                (int) settings.settle().toMillis(),
                (int) settings.rest().toMillis());
    }

    private static List<String> headers(FetchedPage page) {
        List<String> headers = new ArrayList<>();
        page.headers().forEach((name, value) -> {
            if (!LEFT_OUT.contains(name)) {
                headers.addAll(List.of(name, value));
            }
        });
        String charset = page.charset() == null ? "" : "; charset=" + page.charset();
        String type = page.mediaType() == null ? "text/html" : page.mediaType();
        headers.addAll(List.of("content-type", type + charset));
        return headers;
    }

    private static List<String> selectors(Source source) {
        List<String> selectors = new ArrayList<>();
        for (Selector selector : source.select()) {
            for (String part : new String[] {
                selector.css(), selector.startBefore(), selector.startAfter(), selector.endBefore(), selector.endAfter()
            }) {
                if (part != null) {
                    selectors.add(part);
                }
            }
        }
        return selectors;
    }

    void write(DataOutputStream out) throws IOException {
        FrameProtocol.write(out, url);
        out.writeInt(status);
        FrameProtocol.write(out, headers);
        FrameProtocol.write(out, body.array());
        FrameProtocol.write(out, selectors);
        FrameProtocol.write(out, token);
        out.writeInt(requests);
        out.writeInt(settleMillis);
        out.writeInt(restMillis);
        out.flush();
    }

    static RenderJob read(DataInputStream in) throws IOException {
        return new RenderJob(
                FrameProtocol.text(in),
                in.readInt(),
                FrameProtocol.texts(in),
                new RawBytes(FrameProtocol.bytes(in)),
                FrameProtocol.texts(in),
                FrameProtocol.text(in),
                in.readInt(),
                in.readInt(),
                in.readInt());
    }
}
