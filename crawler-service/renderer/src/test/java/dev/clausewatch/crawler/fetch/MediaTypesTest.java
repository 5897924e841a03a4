package dev.clausewatch.crawler.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    private static final String PAGE = "<!-- v2 --> <!DOCTYPE html><html><p>Terms";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "text/html, text/html",
                "application/xhtml+xml, application/xhtml+xml",
                "text/plain, text/html",
                "text/markdown, text/html",
                "application/octet-stream, text/html",
                "application/json, text/html",
                "application/pdf, text/html",
                "-, text/html"
            })
    void takesWhatBeginsAsHtmlForHtml(String declared, String readAs) {
        assertEquals(readAs, readAs(declared, PAGE));
        assertEquals(readAs, readAs(declared, "\u00EF\u00BB\u00BF<?xml version='1.0'?>\n<html xmlns='x'>"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"text/html", "text/plain", "application/pdf", "application/octet-stream", "-"})
    void takesWhatBeginsAsPdfForPdf(String declared) {
        assertEquals("application/pdf", readAs(declared, "%PDF-1.7\n%\0\0"));
    }

    @Test
    void looksForThePdfBehindStrayBytesOnlyWhereOneIsDeclared() {
        assertEquals("application/pdf", readAs("application/pdf", "junk\n%PDF-1.4"));
        assertEquals("text/plain", readAs("text/plain", "How a file begins: %PDF-1.4"));
    }

    @Test
    void believesTheHeaderWhereTheBytesAreTextOfAnyKind() {
        assertEquals("text/plain", readAs("text/plain", "<b> is a tag"));
        assertEquals("text/markdown", readAs("text/markdown", "<div>\n\n# Terms"));
        assertEquals("text/html", readAs("text/html", "Terms"));
    }

    @Test
    void tellsPageAndTextApartWhereTheHeaderSaysNothing() {
        assertEquals("text/html", readAs(null, "<p>Terms"));
        assertEquals("text/plain", readAs("application/octet-stream", "Terms"));
    }

    @Test
    void refusesWhatIsNoText() {
        assertNull(readAs("text/html", "PK\u0003\u0004\0\0"));
        assertNull(readAs(null, "{\\rtf1 Terms}"));
        assertNull(readAs("application/json", "{}"));
        assertNull(readAs("application/pdf", "Not found"));
        assertEquals("text/html, but the bytes are no text", MediaTypes.seen("text/html"));
        assertEquals("application/pdf, but the bytes are no PDF", MediaTypes.seen("application/pdf"));
    }

    @Test
    void seesTextInUtf16() {
        assertEquals(
                "text/plain", MediaTypes.readAs("text/plain", null, "\uFEFFTerms".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("text/html", MediaTypes.readAs("text/plain", null, PAGE_UTF_16));
        assertEquals(
                "text/plain", MediaTypes.readAs("text/plain", "utf-16be", "Terms".getBytes(StandardCharsets.UTF_16BE)));
    }

    private static final byte[] PAGE_UTF_16 = ("\uFEFF" + PAGE).getBytes(StandardCharsets.UTF_16BE);

    @Test
    void readsTheHeader() {
        assertEquals("text/html", MediaTypes.name(" Text/HTML ; charset=x"));
        assertNull(MediaTypes.name(" ; charset=utf-8"));
        assertEquals("UTF-8", MediaTypes.charset("text/html;Charset=\"UTF-8\""));
        assertEquals("x-sjis", MediaTypes.charset("text/html; q=1; charset = x-sjis;"));
        assertNull(MediaTypes.charset("text/html; charset="));
        assertTrue(MediaTypes.foreign("image/png"));
        assertFalse(MediaTypes.foreign(null));
    }

    private static @Nullable String readAs(@Nullable String declared, String body) {
        return MediaTypes.readAs(declared, null, body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
