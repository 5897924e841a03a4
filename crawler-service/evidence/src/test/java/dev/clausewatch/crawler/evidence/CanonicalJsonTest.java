package dev.clausewatch.crawler.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void writesALonelySurrogateAsAReplacement() throws JsonProcessingException {
        assertEquals("[\"a\ufffdb\"]", canonical("[\"a\\ud800b\"]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[ ]|[]", "{ }|{}", "[1, -2, 0]|[1,-2,0]", "[true, false, null]|[true,false,null]"})
    void writesNoWhiteSpace(String json, String expected) throws JsonProcessingException {
        assertEquals(expected, canonical(json));
    }

    @ParameterizedTest
    @CsvSource({"1.5", "9007199254740992", "123456789012345678901234567890"})
    void refusesNumbersWithoutOneForm(String number) {
        assertThrows(IllegalArgumentException.class, () -> canonical("[" + number + "]"));
    }
}
