package dev.clausewatch.crawler.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which kinds of page can be read: by the header, and against it where the first bytes are unmistakable. */
final class MediaTypes {

    static final String HTML = "text/html";
    static final String PLAIN = "text/plain";
    static final String PDF = "application/pdf";

    /** What is asked for. */
    static final String ACCEPTED =
            "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,application/pdf;q=0.9";

    private static final String XHTML = "application/xhtml+xml";

    private static final Set<String> TEXTS = Set.of(HTML, XHTML, PLAIN, "text/markdown", "text/x-markdown");

    /** What servers say of files that they do not know. */
    private static final Set<String> SAY_NOTHING = Set.of(
            "application/octet-stream",
            "binary/octet-stream",
            "application/x-download",
            "application/force-download",
            "application/unknown",
            "unknown/unknown");

    /** Types that no page is in, however wrong its header may be. */
    private static final Pattern FOREIGN = Pattern.compile("(?:image|audio|video|font)/.*");

    private static final int BEGINNING = 1024;

    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([A-Za-z0-9][-A-Za-z0-9_.:+]{0,39})");

    /** A document type, or the first tag, perhaps behind an XML declaration and comments. */
    private static final Pattern HTML_BEGINS =
            Pattern.compile("(?is)\\A(?:(?:<\\?xml[^>]*+>|<!--.*?-->)\\s*+)*+<(?:!doctype\\s++html|html[\\s>]).*");

    private MediaTypes() {}

    /** Lower case, without parameters; null when nothing is said. */
    static @Nullable String name(@Nullable String header) {
        if (header == null) {
            return null;
        }
        int end = header.indexOf(';');
        String name = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? null : name;
    }

    /** The parameter as it came, which may name a charset that nobody knows. */
    static @Nullable String charset(@Nullable String header) {
        Matcher matcher = CHARSET.matcher(header == null ? "" : header);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Whether the body need not be looked at. */
    static boolean foreign(@Nullable String declared) {
        return declared != null && FOREIGN.matcher(declared).matches();
    }

    /** The type to read the bytes as; null when they cannot be read. */
    static @Nullable String readAs(@Nullable String declared, @Nullable String charset, byte[] body) {
        String start = beginning(charset, body);
        if (start.startsWith("%PDF-") || (PDF.equals(declared) && start.contains("%PDF-"))) {
            return PDF;
        }
        if (start.indexOf('\0') >= 0 || start.startsWith("{\\rtf")) {
            return null;
        }
        if (HTML_BEGINS.matcher(start).matches()) {
            return XHTML.equals(declared) ? XHTML : HTML;
        }
        if (declared == null || SAY_NOTHING.contains(declared)) {
            return start.startsWith("<") ? HTML : PLAIN;
        }
        return TEXTS.contains(declared) ? declared : null;
    }

    /** What such bytes are, for people. */
    static String seen(@Nullable String declared) {
        if (declared == null) {
            return "not said, and the bytes are no text";
        }
        boolean readable = TEXTS.contains(declared) || SAY_NOTHING.contains(declared);
        String bytes = PDF.equals(declared) ? "no PDF" : "no text";
        return readable || PDF.equals(declared) ? declared + ", but the bytes are " + bytes : declared;
    }

    private static String beginning(@Nullable String charset, byte[] body) {
        int length = Math.min(body.length, BEGINNING);
        String text = new String(body, 0, length, wide(charset, body));
        String marks = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return (marks.startsWith("\u00EF\u00BB\u00BF") ? marks.substring(3) : marks).stripLeading();
    }

    /** UTF-16 has zero bytes in every word. */
    private static Charset wide(@Nullable String charset, byte[] body) {
        byte[] mark = Arrays.copyOf(body, 2);
        if (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        String name = charset == null ? "" : charset.toLowerCase(Locale.ROOT);
        if (name.equals("utf-16be")) {
            return StandardCharsets.UTF_16BE;
        }
        boolean little = mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE;
        return little || name.startsWith("utf-16") ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    }
}
