package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a page of one source, without selectors. */
final class ReadText {

    private static final String URL = "https://nimbus.example/terms";

    private ReadText() {}

    /** Of what stands in a page's body. */
    static String of(String html) {
        return of("<body>" + html, "text/html");
    }

    static String of(String body, String mediaType) {
        Page page = new Page(new RawBytes(body.getBytes(StandardCharsets.UTF_8)), mediaType, "UTF-8", URL);
        Extraction extraction = new Extractor().extract(page, new Source(URL, List.of(), List.of(), false));
        return assertInstanceOf(Extraction.Extracted.class, extraction).text().strip();
    }
}
