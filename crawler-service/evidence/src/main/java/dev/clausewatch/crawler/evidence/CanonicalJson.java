package dev.clausewatch.crawler.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON with one form for each value, after RFC 8785 (JSON Canonicalization Scheme). Numbers are whole ones of at most 53 bits, since
 * nothing here needs others and the scheme would round them silently. A surrogate without its half, which UTF-8 cannot say, becomes
 * U+FFFD.
 */
final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private CanonicalJson() {}

    /**
     * The canonical bytes of an object or array. Parsing bounds how deeply it nests.
     *
     * @throws IllegalArgumentException for a number that is not whole or too large
     */
    static byte[] write(JsonNode value) {
        requireWholeNumbers(value);
        try {
            return utf8(new JsonCanonicalizer(value.toString()).getEncodedString());
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON object or array: " + e.getMessage(), e);
        }
    }

    private static void requireWholeNumbers(JsonNode value) {
        if (value.isNumber() && !isWhole(value)) {
            throw new IllegalArgumentException("a record holds whole numbers of 53 bits only, not " + value);
        }
        value.forEach(CanonicalJson::requireWholeNumbers);
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber()
                && number.canConvertToLong()
                && number.longValue() >= -LARGEST
                && number.longValue() <= LARGEST;
    }

    private static byte[] utf8(String text) throws CharacterCodingException {
        ByteBuffer bytes = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(REPLACEMENT)
                .encode(CharBuffer.wrap(text));
        byte[] result = new byte[bytes.remaining()];
        bytes.get(result);
        return result;
    }
}
