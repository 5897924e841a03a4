package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the records, the JSON Schemas and the examples together. After a change of the records run
 * {@code mvn -pl events/contract test -Dcontract.update}, and read what it changed in the files: that is the change of the contract.
 */
class ContractFilesTest {

    private static final Path FILES = Path.of("src/main/resources/dev/clausewatch/events");
    private static final ObjectMapper MAPPER = EventCodec.mapper();

    @ParameterizedTest
    @EnumSource
    void schemaDescribesTheRecord(EventType type) throws IOException {
        Path file = FILES.resolve("schemas").resolve(type.shortName() + ".schema.json");
        String expected = pretty(ContractSchemas.of(type));
        ContractUpdate.write(file, expected);
        assertEquals(expected, Files.readString(file), "run with -Dcontract.update and read the difference");
    }

    @ParameterizedTest
    @EnumSource
    void exampleIsWhatTheRecordWrites(EventType type) throws Exception {
        Path file = FILES.resolve("examples").resolve(type.shortName() + ".json");
        EventData data = ExampleStory.of(type);
        String expected = pretty(MAPPER.readTree(EventCodec.write(data)));
        ContractUpdate.write(file, expected);
        assertEquals(expected, Files.readString(file), "run with -Dcontract.update and read the difference");
        assertEquals(data, EventCodec.read(type, Files.readAllBytes(file)), "what is read is what was written");
    }

    @ParameterizedTest
    @EnumSource
    void exampleFitsTheSchema(EventType type) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(EventExamples.schema(type), StandardCharsets.UTF_8), InputFormat.JSON);
        var errors = schema.validate(new String(EventExamples.json(type), StandardCharsets.UTF_8), InputFormat.JSON);
        assertTrue(errors.isEmpty(), errors::toString);
    }

    @ParameterizedTest
    @EnumSource
    void readersIgnoreWhatANewerReleaseAdds(EventType type) throws Exception {
        JsonNode newer = MAPPER.readTree(EventExamples.json(type));
        ((com.fasterxml.jackson.databind.node.ObjectNode) newer).put("addedLater", "value");
        assertEquals(ExampleStory.of(type), EventCodec.read(type, MAPPER.writeValueAsBytes(newer)));
    }

    private static String pretty(JsonNode node) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter))
                        .writeValueAsString(node)
                + "\n";
    }
}
