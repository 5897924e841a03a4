package dev.clausewatch.crawler.render;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How the rendering of one page ended. */
sealed interface Rendering {

    /**
     * The page is there.
     *
     * @param html the page as it stands, serialised, in UTF-8
     * @param url its address, which its scripts may have changed
     * @param renderedBy the browser, with its version
     */
    record Rendered(RawBytes html, String url, String renderedBy) implements Rendering {}

    /** The page wants to be another: that one has to be fetched first. */
    record Moved(String to) implements Rendering {}

    /** No page; the detail is a sentence for people. */
    record Failed(FailureReason reason, String detail) implements Rendering {}

    /** The browser is of no more use. */
    static Failed broken(String why) {
        return new Failed(FailureReason.RENDER_FAILED, why);
    }

    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Rendered done -> {
                out.writeByte('R');
                FrameProtocol.write(out, done.html().array());
                FrameProtocol.write(out, done.url());
                FrameProtocol.write(out, done.renderedBy());
            }
            case Moved moved -> {
                out.writeByte('M');
                FrameProtocol.write(out, moved.to());
            }
            case Failed failed -> {
                out.writeByte('F');
                FrameProtocol.write(out, failed.reason().name());
                FrameProtocol.write(out, failed.detail());
            }
        }
        out.flush();
    }

    static Rendering read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'R' ->
                new Rendered(new RawBytes(FrameProtocol.bytes(in)), FrameProtocol.text(in), FrameProtocol.text(in));
            case 'M' -> new Moved(FrameProtocol.text(in));
            case 'F' -> new Failed(FailureReason.valueOf(FrameProtocol.text(in)), FrameProtocol.text(in));
            default -> throw new IOException("Not a rendering");
        };
    }
}
