package dev.clausewatch.crawler.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static String canonical(String json) throws JsonProcessingException {
        return new String(CanonicalJson.write(JSON.readTree(json)), StandardCharsets.UTF_8);
    }

    /** The order of RFC 8785, section 3.2.3: by UTF-16 units, so that an emoji comes before a letter at the end of the first plane. */
    @Test
    void ordersMembersByTheirUtf16Units() throws JsonProcessingException {
        assertEquals(
                "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
                canonical(
                        "{\"\\u20ac\":5, \"\\r\":1, \"\\ufb33\":7, \"1\":2, \"\\ud83d\\ude00\":6, \"\\u0080\":3, \"\\u00f6\":4}"));
    }

    /** The example of RFC 8785, section 3.2.2. */
    @Test
    void escapesOnlyWhatJsonDemands() throws JsonProcessingException {
        assertEquals(
                "{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                canonical("{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"));
    }

    /** Each control character, and those beyond ASCII that only look as if they had to be escaped. */
    @Test
    void escapesControlCharactersBelowTheSpaceOnly() throws JsonProcessingException {
        StringBuilder given = new StringBuilder();
        for (int c = 0; c < ' '; c++) {
            given.append(String.format("\\u%04X", c));
        }
        assertEquals(
                "[\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                        + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c"
                        + "\\u001d\\u001e\\u001f\u007f\u0085\u2028\u2029\ufeff\"]",
                canonical("[\"" + given + "\\u007f\\u0085\\u2028\\u2029\\ufeff\"]"));
    }

    @Test
    void writesWhatIsNestedAsDeeplyAsCanBeReadAndNothingDeeper() throws JsonProcessingException {
        int deepest = StreamReadConstraints.DEFAULT_MAX_DEPTH;
        String json = "[".repeat(deepest) + "]".repeat(deepest);
        assertEquals(json, canonical(json));
        assertThrows(JsonProcessingException.class, () -> canonical("[" + json + "]"));
    }

    @Test
    void writesALonelySurrogateAsAReplacement() throws JsonProcessingException {
        assertEquals("[\"a\ufffdb\"]", canonical("[\"a\\ud800b\"]"));
        assertEquals("[\"a\ufffdb\"]", canonical("[\"a\\udc00b\"]"));
        assertEquals("[\"\ufffd\ufffd\"]", canonical("[\"\\udc00\\ud800\"]"));
        assertEquals("{\"\ufffd\":1}", canonical("{\"\\ud800\":1}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ ]|[]",
                "{ }|{}",
                "[1, -2, 0]|[1,-2,0]",
                "[9007199254740991, -9007199254740991, -0]|[9007199254740991,-9007199254740991,0]",
                "[true, false, null]|[true,false,null]"
            })
    void writesNoWhiteSpace(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, canonical(json));
    }

    /** Also the numbers of RFC 8785, section 3.2.2 and appendix B, which the scheme would write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "333333333.33333329",
                "1E30",
                "4.50",
                "2e-3",
                "0.000000000000000000000000001",
                "295147905179352825856",
                "9007199254740992",
                "9007199254740993",
                "1.0",
                "-0.0",
                "-9007199254740992",
                "9223372036854775807",
                "-9223372036854775808",
                "123456789012345678901234567890"
            })
    void refusesNumbersWithoutOneForm(String number) {
        assertThrows(IllegalArgumentException.class, () -> canonical("[" + number + "]"));
    }
}
