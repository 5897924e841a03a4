package dev.clausewatch.crawler.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.events.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageCharsetTest {

    private static final String LATIN = "“Données” – für 5 €";
    private static final String JAPANESE = "利用規約①には同意が必要です。";
    private static final String CHINESE = "服务条款适用于所有用户。";

    private static final Source WHOLE = new Source("https://crawler.example/terms", List.of(), List.of(), false);

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "text/markdown"})
    void believesTheByteOrderMarkBeforeTheServer(String type) {
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            assertEquals(LATIN + "\n", read(type, ("\uFEFF" + LATIN).getBytes(Charset.forName(charset)), "iso-8859-1"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8",
        "utf8, UTF-8",
        "utf-16, UTF-16LE",
        "utf-16be, UTF-16BE",
        "windows-1252, windows-1252",
        "ISO-8859-1, windows-1252",
        "us-ascii, windows-1252"
    })
    void readsWhatTheServerSaysAsBrowsersDo(String said, String charset) {
        for (String type : List.of("text/html", "text/plain")) {
            assertEquals(LATIN + "\n", read(type, LATIN.getBytes(Charset.forName(charset)), said));
        }
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS, windows-31j, " + JAPANESE, "gb2312, GB18030, " + CHINESE, "gbk, GB18030, " + CHINESE})
    void readsEastAsianPagesInTheLargerCharsetOfThatName(String said, String charset, String words) {
        byte[] bytes = words.getBytes(Charset.forName(charset));
        assertEquals(words + "\n", read("text/plain", bytes, said));
        byte[] page = "<meta charset=%s><p>%s</p>".formatted(said, words).getBytes(Charset.forName(charset));
        assertEquals(words + "\n", read("text/html", page, null));
    }

    @Test
    void believesTheServerBeforeThePage() {
        String page = "<meta charset=shift_jis><p>" + CHINESE + "</p>";
        assertEquals(CHINESE + "\n", read("text/html", page.getBytes(Charset.forName("GB18030")), "gb18030"));
    }

    @Test
    void takesANameThatNobodyKnowsForNone() {
        byte[] page = ("<meta charset=windows-1252><p>" + LATIN).getBytes(Charset.forName("windows-1252"));
        assertEquals(LATIN + "\n", read("text/html", page, "klingon"));
        assertEquals(LATIN + "\n", read("text/html", page, "?"));
    }

    @Test
    void readsUtf8ThatIsSaidToBeLatin1() {
        byte[] bytes = LATIN.getBytes(StandardCharsets.UTF_8);
        assertEquals(LATIN + "\n", read("text/plain", bytes, "iso-8859-1"));
        assertEquals(LATIN + "\n", read("text/html", bytes, "windows-1252"));
    }

    @Test
    void readsWhatIsSaidToBeUtf8AndIsNotByThePagesWordOrAsWindows1252() {
        assertEquals(LATIN + "\n", read("text/html", LATIN.getBytes(Charset.forName("windows-1252")), "utf-8"));
        byte[] page = ("<meta charset=shift_jis><p>" + JAPANESE).getBytes(Charset.forName("windows-31j"));
        assertEquals(JAPANESE + "\n", read("text/html", page, "utf-8"));
    }

    @Test
    void keepsUtf8InWhichOneCharacterIsBroken() {
        byte[] bytes = (LATIN + "x").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xE4;
        assertEquals(LATIN + "\uFFFD\n", read("text/plain", bytes, "utf-8"));
    }

    @Test
    void doesNotBelieveAPageInAsciiThatItIsUtf16() {
        assertEquals(
                "Terms\n", read("text/html", "<meta charset=utf-16><p>Terms".getBytes(StandardCharsets.UTF_8), null));
    }

    private static String read(String type, byte[] bytes, @Nullable String charset) {
        Page page = new Page(new RawBytes(bytes), type, charset, "https://crawler.example/terms");
        Extraction read = new Extractor().extract(page, WHOLE);
        return read instanceof Extraction.Extracted extracted ? extracted.text() : read.toString();
    }
}
