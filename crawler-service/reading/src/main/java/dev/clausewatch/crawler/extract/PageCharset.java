package dev.clausewatch.crawler.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a page: by its byte order mark, the server's word, the page's own word, in this order, and UTF-8 without any. Names
 * mean what they mean to browsers (WHATWG Encoding Standard). Unlike a browser it does not follow a word that the bytes disprove:
 * what is said to be UTF-8 and is not is read as the page's own word or windows-1252, what is said to be Latin-1 and is UTF-8 as that.
 */
final class PageCharset {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Where the page's own word is looked for. */
    private static final int HEAD = 5 * 1024;

    /** Java's charsets that browsers read as a larger one. */
    private static final Map<String, String> LARGER = Map.ofEntries(
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("US-ASCII", "windows-1252"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("ISO-8859-11", "x-windows-874"),
            Map.entry("TIS-620", "x-windows-874"),
            Map.entry("Shift_JIS", "windows-31j"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("Big5", "Big5-HKSCS"),
            Map.entry("UTF-16", "UTF-16LE"));

    private PageCharset() {}

    /**
     * Finds it.
     *
     * @param declared by the server
     * @param html whether the page may have a word of its own
     */
    static Charset of(byte[] bytes, @Nullable String declared, boolean html) {
        Charset mark = byteOrderMark(bytes);
        if (mark != null) {
            return mark;
        }
        Charset said = named(declared);
        Charset charset = said != null ? said : html ? ownWord(bytes) : StandardCharsets.UTF_8;
        if (charset.equals(StandardCharsets.UTF_8)) {
            return Utf8.of(bytes).isBroken() ? instead(bytes, html) : charset;
        }
        return charset.equals(WINDOWS_1252) && Utf8.of(bytes).isPure() ? StandardCharsets.UTF_8 : charset;
    }

    private static Charset instead(byte[] bytes, boolean html) {
        Charset own = html ? ownWord(bytes) : StandardCharsets.UTF_8;
        return own.equals(StandardCharsets.UTF_8) ? WINDOWS_1252 : own;
    }

    private static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return begins(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset named(@Nullable String name) {
        try {
            if (name == null || !Charset.isSupported(name)) {
                return null;
            }
            Charset charset = Charset.forName(name);
            return Charset.forName(LARGER.getOrDefault(charset.name(), charset.name()));
        } catch (IllegalArgumentException e) {
            // Not a name at all.
            return null;
        }
    }

    private static Charset ownWord(byte[] bytes) {
        try {
            var head = new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, HEAD));
            Charset word = named(Jsoup.parse(head, null, "").charset().name());
            // A word that could be read without knowing it is not in UTF-16.
            return word == null || word.name().startsWith("UTF-") ? StandardCharsets.UTF_8 : word;
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }
}
