package dev.clausewatch.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of the contract: a JSON Schema and an example of each event type. */
public final class EventExamples {

    private EventExamples() {}

    /** The example of a type, as JSON. */
    public static byte[] json(EventType type) {
        return bytes("examples/" + type.shortName() + ".json");
    }

    /** The JSON Schema of a type's data. */
    public static byte[] schema(EventType type) {
        return bytes("schemas/" + type.shortName() + ".schema.json");
    }

    private static byte[] bytes(String name) {
        try (InputStream file = EventExamples.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The contract has no file " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
