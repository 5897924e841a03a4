package dev.clausewatch.crawler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.events.EventCodec;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON columns, written as the events write. The same value always gives the same JSON. */
public final class Json {

    private static final ObjectMapper MAPPER = EventCodec.mapper();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    public static <T> List<T> readList(String json, Class<T> type) {
        try {
            return MAPPER.readerForListOf(type).readValue(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(JsonProcessingException e) {
        return new UncheckedIOException("A column holds what this release cannot read", e);
    }
}
