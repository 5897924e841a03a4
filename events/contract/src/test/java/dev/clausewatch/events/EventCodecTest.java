package dev.clausewatch.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final Instant TIME = Instant.parse("2026-03-09T09:00:02.123456Z");

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(EventType type) throws Exception {
        Event event = new Event("id-1", TIME, "/test", ExampleStory.of(type));
        assertEquals(Optional.of(event), EventCodec.decode(received(EventCodec.encode(anyTopic(type), event))));
    }

    @Test
    void writesWhatTheCloudEventsLibraryReads() {
        Event event = new Event("id-1", TIME, "/test", ExampleStory.of(EventType.CHANGE_SETTLED));
        ConsumerRecord<String, byte[]> record = received(EventCodec.encode(Topic.CHANGES, event));
        MessageReader reader = KafkaMessageFactory.createReader(record);
        CloudEvent read = reader.toEvent();
        assertEquals("id-1", read.getId());
        assertEquals("dev.clausewatch.change.settled.v1", read.getType());
        assertEquals(TIME.atOffset(ZoneOffset.UTC), read.getTime());
        assertEquals("nimbus-chat/terms-of-service", read.getSubject());
        assertEquals("application/json", read.getDataContentType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_type", "ce_id", "ce_source", "ce_time"})
    void namesTheHeaderThatIsMissing(String header) {
        ConsumerRecord<String, byte[]> record = example();
        record.headers().remove(header);
        assertEquals("header " + header + " is missing", refusal(record));
    }

    /** Our records are grouped, the JSON is not: a later release may name a field as a group is named here. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "CHANGE_DETECTED,verdict,`\"x\"`",
                "CHANGE_DETECTED,verdict,null",
                "CHANGE_DETECTED,provenance,{}",
                "CHANGE_CLASSIFIED,classification,`\"x\"`",
                "CHANGE_CLASSIFIED,classification,{}",
                "CHANGE_CLASSIFIED,meaning,null",
                "CHANGE_CLASSIFIED,meaning,`{\"summary\":\"another\"}`"
            })
    void ignoresAFieldThatIsNamedLikeAGroup(EventType type, String name, String value) throws Exception {
        Event event = new Event("id-1", TIME, "/test", ExampleStory.of(type));
        ConsumerRecord<String, byte[]> record = received(EventCodec.encode(anyTopic(type), event));
        String json = new String(record.value(), StandardCharsets.UTF_8);
        String with = "{\"" + name + "\":" + value + "," + json.substring(1);
        ConsumerRecord<String, byte[]> later = new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                record.key(),
                with.getBytes(StandardCharsets.UTF_8),
                record.headers(),
                Optional.empty());
        assertEquals(Optional.of(event), EventCodec.decode(later));
    }

    @Test
    void namesTheFieldThatIsMissing() {
        String message = refusal(withValue("{\"changeId\":\"c\",\"as\":\"CONFIRMED\"}"));
        assertTrue(message.contains("field document is missing"), message);
    }

    @Test
    void saysThatTheDataIsNotJson() {
        assertEquals("the data of change.settled is not JSON", refusal(withValue("<html>")));
    }

    @Test
    void refusesAKeyThatIsNotTheDocument() {
        ConsumerRecord<String, byte[]> good = example();
        ConsumerRecord<String, byte[]> record = record("another/document", good.value(), good.headers());
        assertEquals("the record's key is not nimbus-chat/terms-of-service", refusal(record));
    }

    @Test
    void passesOverATypeOfANewerRelease() throws Exception {
        ConsumerRecord<String, byte[]> record = example();
        record.headers().remove("ce_type").add("ce_type", bytes("dev.clausewatch.change.withdrawn.v2"));
        assertEquals(Optional.empty(), EventCodec.decode(record));
    }

    @Test
    void readsAnEnumerationValueOfANewerReleaseAsUnknown() throws Exception {
        String json = new String(EventExamples.json(EventType.CHANGE_SETTLED), StandardCharsets.UTF_8)
                .replace("CONFIRMED", "POSTPONED");
        ChangeSettled settled = (ChangeSettled) EventCodec.read(EventType.CHANGE_SETTLED, bytes(json));
        assertEquals(SettlementOutcome.UNKNOWN, settled.as());
    }

    private static String refusal(ConsumerRecord<String, byte[]> record) {
        return String.valueOf(assertThrows(UndecodableEventException.class, () -> EventCodec.decode(record))
                .getMessage());
    }

    private static ConsumerRecord<String, byte[]> example() {
        return received(EventCodec.encode(
                Topic.CHANGES, new Event("id-1", TIME, "/test", ExampleStory.of(EventType.CHANGE_SETTLED))));
    }

    private static ConsumerRecord<String, byte[]> withValue(String json) {
        ConsumerRecord<String, byte[]> good = example();
        return record(good.key(), bytes(json), good.headers());
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return record(sent.key(), sent.value(), new RecordHeaders(sent.headers()));
    }

    private static ConsumerRecord<String, byte[]> record(String key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "topic", 0, 0, 0, TimestampType.CREATE_TIME, 0, value.length, key, value, headers, Optional.empty());
    }

    private static Topic anyTopic(EventType type) {
        for (Topic topic : Topic.values()) {
            if (topic.types().contains(type)) {
                return topic;
            }
        }
        throw new AssertionError("No topic carries " + type);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
