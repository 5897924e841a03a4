package dev.clausewatch.crawler.gate;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The walls that sites put before documents, from {@code walls.json}, the surest first: those of vendors by what their challenge pages
 * are made of, the others by what they say. The words are those of the pages themselves and of the error pages of common servers and
 * frameworks. The most letters of a rule are those of two paragraphs (500, 80 words), or of the longest pages of its kind (900, 150
 * words); vendors' own elements hold up to {@link CaptureGate#DOCUMENT}.
 */
final class WallRules {

    /** In the order in which they are asked: the first that fires names the reason. */
    static final List<WallRule> ALL = read();

    private WallRules() {}

    private static List<WallRule> read() {
        ObjectMapper json = new JsonMapper().setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        try (InputStream file =
                Objects.requireNonNull(WallRules.class.getResourceAsStream("walls.json"), "walls.json is missing")) {
            return List.copyOf(json.readerForListOf(WallRule.class).<List<WallRule>>readValue(file));
        } catch (IOException e) {
            throw new UncheckedIOException("walls.json cannot be read", e);
        }
    }
}
