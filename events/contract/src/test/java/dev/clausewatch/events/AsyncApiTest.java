package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@code docs/asyncapi.yaml} names the topics and schemas that there are; {@code -Dcontract.update} writes it anew. */
class AsyncApiTest {

    private static final Path FILE = Path.of("../../docs/asyncapi.yaml");
    private static final String SCHEMAS = "../events/contract/src/main/resources/dev/clausewatch/events/schemas/";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS));

    @Test
    void describesEveryTopicAndMessage() throws IOException {
        String expected = YAML.writeValueAsString(document());
        ContractUpdate.write(FILE, expected);
        assertEquals(expected, Files.readString(FILE), "run with -Dcontract.update and read the difference");
    }

    @Test
    void fitsThePublishedSchemaOfAsyncApi() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(resource("/asyncapi/3.1.0-without-$id.json"), InputFormat.JSON);
        String document = new ObjectMapper().writeValueAsString(YAML.readTree(FILE.toFile()));
        var errors = schema.validate(document, InputFormat.JSON);
        assertTrue(errors.isEmpty(), errors::toString);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ObjectNode document() {
        ObjectNode document = YAML.createObjectNode();
        document.put("asyncapi", "3.1.0");
        document.putObject("info")
                .put("title", "Clausewatch events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "CloudEvents 1.0 in Kafka's binary mode with JSON data. Delivered at least once: drop what you have by ce_id.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic topic : Topic.values()) {
            channel(channels.putObject(name(topic)), topic);
            ObjectNode operation = operations.putObject("receive-" + name(topic));
            operation.put("action", "receive");
            operation.putObject("channel").put("$ref", "#/channels/" + name(topic));
        }
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (EventType type : EventType.values()) {
            message(messages.putObject(type.shortName()), type);
        }
        return document;
    }

    private static void channel(ObjectNode channel, Topic topic) {
        channel.put("address", topic.topicName());
        ObjectNode messages = channel.putObject("messages");
        for (EventType type : types(topic)) {
            messages.putObject(type.shortName()).put("$ref", "#/components/messages/" + type.shortName());
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.topicName());
        kafka.put("partitions", topic.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add(topic.brokerSettings().get("cleanup.policy"));
        if (!topic.compacted()) {
            settings.put("retention.ms", Long.parseLong(topic.brokerSettings().getOrDefault("retention.ms", "-1")));
        }
        settings.put("max.message.bytes", Limits.RECORD_BYTES);
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void message(ObjectNode message, EventType type) {
        message.put("name", type.wireName());
        message.put("contentType", "application/json");
        ObjectNode headers = message.putObject("headers");
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("ce_type").put("const", type.wireName());
        for (String header : List.of("ce_specversion", "ce_id", "ce_source", "ce_subject", "ce_time", "content-type")) {
            properties.putObject(header).put("type", "string");
        }
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", SCHEMAS + type.shortName() + ".schema.json");
    }

    private static List<EventType> types(Topic topic) {
        return topic.types().stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static String name(Topic topic) {
        return Arrays.asList(topic.topicName().split("\\.")).get(1);
    }
}
