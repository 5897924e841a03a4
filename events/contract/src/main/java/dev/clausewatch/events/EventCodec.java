package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode with JSON data. Thread-safe.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka protocol
 *     binding</a>
 */
public final class EventCodec {

    private static final String SPEC_VERSION = "1.0";
    private static final String JSON = "application/json";
    private static final String TYPE = "ce_type";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private EventCodec() {}

    /** A copy of the JSON mapper that events are written with, for the caller to configure further. */
    public static ObjectMapper mapper() {
        return MAPPER.copy();
    }

    /** The record of an event on a topic. */
    public static ProducerRecord<String, byte[]> encode(Topic topic, Event event) {
        return encode(
                topic,
                event.id(),
                event.type(),
                event.source(),
                event.time(),
                event.data().key(),
                write(event.data()));
    }

    /** The record of an event whose data is JSON already, as it was stored. */
    public static ProducerRecord<String, byte[]> encode(
            Topic topic, String id, EventType type, String source, Instant time, String key, byte[] json) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, json);
        Headers headers = record.headers();
        header(headers, "ce_specversion", SPEC_VERSION);
        header(headers, "ce_id", id);
        header(headers, "ce_source", source);
        header(headers, TYPE, type.wireName());
        header(headers, "ce_subject", key);
        header(headers, "ce_time", time.toString());
        header(headers, "content-type", JSON);
        return record;
    }

    /**
     * The event of a record; empty for an event type of a newer release, which readers skip.
     *
     * @throws UndecodableEventException if it is no event of ours
     */
    public static Optional<Event> decode(ConsumerRecord<?, byte[]> record) throws UndecodableEventException {
        Headers headers = record.headers();
        String version = required(headers, "ce_specversion");
        if (!version.startsWith("1.")) {
            throw new UndecodableEventException("header ce_specversion is " + version + ", expected 1.0");
        }
        String typeName = required(headers, TYPE);
        String id = required(headers, "ce_id");
        String source = required(headers, "ce_source");
        String time = required(headers, "ce_time");
        Optional<EventType> type = EventType.byWireName(typeName);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        byte[] value = record.value();
        if (value == null) {
            throw new UndecodableEventException("the record has no value");
        }
        EventData data = read(type.get(), value);
        if (!data.key().equals(text(record.key()))) {
            throw new UndecodableEventException("the record's key is not " + data.key());
        }
        try {
            return Optional.of(new Event(id, OffsetDateTime.parse(time).toInstant(), source, data));
        } catch (DateTimeException e) {
            throw new UndecodableEventException("header ce_time is not an RFC 3339 time: " + time, e);
        }
    }

    /** The event type in a record's header; empty for a missing or unknown type. The data is not decoded. */
    public static Optional<EventType> type(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(TYPE);
        String name = header == null ? null : text(header.value());
        return name == null ? Optional.empty() : EventType.byWireName(name);
    }

    /** The data as JSON. */
    public static byte[] write(EventData data) {
        try {
            return MAPPER.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot write " + data.getClass().getSimpleName(), e);
        }
    }

    /**
     * The data of a type, from JSON.
     *
     * @throws UndecodableEventException if it is not JSON or a field is missing or of another kind
     */
    public static EventData read(EventType type, byte[] json) throws UndecodableEventException {
        try {
            EventData data = MAPPER.readValue(json, type.data());
            if (data == null) {
                throw new UndecodableEventException("the data of " + type.shortName() + " is null");
            }
            return data;
        } catch (JsonMappingException e) {
            throw new UndecodableEventException(
                    "the data of " + type.shortName() + " does not fit at " + e.getPathReference() + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new UndecodableEventException("the data of " + type.shortName() + " is not JSON", e);
        }
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(Headers headers, String name) throws UndecodableEventException {
        Header header = headers.lastHeader(name);
        String value = header == null ? null : text(header.value());
        if (value == null || value.isEmpty()) {
            throw new UndecodableEventException("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(@Nullable Object bytesOrString) {
        return bytesOrString instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : (String) bytesOrString;
    }
}
