package dev.clausewatch.cli.brokers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.cli.BuriedRecords;
import dev.clausewatch.cli.Clausewatch;
import dev.clausewatch.events.DeadLetterHeaders;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.CanonicalEvents;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

    private final BuriedRecords buried = new BuriedRecords();
    private String out = "";
    private String err = "";

    @AfterEach
    void close() {
        buried.close();
    }

    @Test
    void saysPlainlyThatThereAreNone() {
        // Nothing of this test class is left to alert-service.
        assertEquals(0, run("list", "--service", "alert-service"), () -> err);
        assertEquals(
                List.of("There are no dead letters.", "dead-letters: letters=0 open=0"),
                out.lines().toList());
        assertEquals(0, run("replay", "--all", "--service", "alert-service"));
        assertTrue(out.startsWith("There are no dead letters to send back."), () -> out);
    }

    @Test
    void listsWhereWhenWhatAndWhy() {
        Event event = change("list/all");
        String id = buried.bury(Topic.CHANGES, Service.CLASSIFIER, event, 7, "StackOverflowError");
        assertEquals(0, run("list"), () -> err);
        List<String> block = block(id);
        assertTrue(block.get(1).strip().startsWith("when     20"), block::toString);
        assertEquals(
                List.of(
                        "service  classifier-service",
                        "key      list/all",
                        "event    " + event.type().wireName() + " " + event.id(),
                        "reason   StackOverflowError",
                        "from     " + Topic.CHANGES.topicName() + "/0/7"),
                block.subList(2, 7).stream().map(String::strip).toList());
    }

    @Test
    void aReplayedRecordIsTheOneThatDied() {
        Event event = change("replay/same");
        String id = buried.bury(Topic.CHANGES, Service.CLASSIFIER, event, 7, "a bug");
        assertEquals(0, run("replay", id), () -> err);
        assertTrue(out.contains("sent " + id + " to " + Topic.CHANGES.topicName() + "/"), () -> out);
        assertTrue(out.contains("classifier-service classifies the change"), () -> out);
        assertTrue(out.contains("Also read again by api-gateway"), () -> out);

        List<ConsumerRecord<String, byte[]>> sent = records(Topic.CHANGES, "replay/same");
        assertEquals(1, sent.size());
        ProducerRecord<String, byte[]> original = EventCodec.encode(Topic.CHANGES, event);
        assertArrayEquals(original.value(), sent.getFirst().value());
        assertEquals(headers(original.headers()), headers(sent.getFirst().headers()));
    }

    @Test
    void aLetterThatWasSentBackIsToldFromOneThatWasNot() throws Exception {
        String first = buried.bury(Topic.PROVISIONS, Service.CLASSIFIER, change("state/one"), 7, "a bug");
        assertEquals(0, run("replay", "--all", "--service", "classifier-service"), () -> err);
        ConsumerRecord<String, byte[]> sent =
                records(Topic.PROVISIONS, "state/one").getFirst();
        String place = sent.topic() + "/" + sent.partition() + "/" + sent.offset();
        run("list");
        assertEquals("sent back to " + place, state(first));

        read(Service.CLASSIFIER, sent);
        run("list");
        assertEquals("sent back to " + place + ", and processed", state(first));

        String again = buried.bury(
                Topic.PROVISIONS,
                Service.CLASSIFIER,
                EventCodec.encode(Topic.PROVISIONS, change("state/one")),
                sent.topic(),
                sent.offset(),
                "the same bug",
                sent.partition());
        run("list");
        assertEquals("sent back to " + place + ", and dead again", state(first));
        assertTrue(block(again).stream().noneMatch(line -> line.contains("state  ")), () -> out);
        assertEquals(0, run("replay", "--all", "--service", "classifier-service"), () -> err);
        assertTrue(out.contains("sent " + again) && !out.contains("sent " + first), () -> out);
    }

    @Test
    void aRecordThatDiedTwiceIsSentOnce() {
        String one = buried.bury(Topic.CLASSIFICATIONS, Service.GATEWAY, change("twice/one"), 9, "a bug");
        String other = buried.bury(Topic.CLASSIFICATIONS, Service.GATEWAY, change("twice/one"), 9, "a bug");
        assertEquals(0, run("replay", one, other), () -> err);
        assertEquals(1, records(Topic.CLASSIFICATIONS, "twice/one").size());
    }

    @Test
    void anOlderRecordIsNotPutBehindANewerOneOfACompactedTopic() {
        Event event = CanonicalEvents.event(CanonicalEvents.documentRegistered());
        String key = event.data().key();
        buried.probe().publish(Topic.DOCUMENTS, event, event);
        List<ConsumerRecord<String, byte[]>> there = records(Topic.DOCUMENTS, key);
        ConsumerRecord<String, byte[]> older = there.get(there.size() - 2);
        ConsumerRecord<String, byte[]> newest = there.getLast();
        ProducerRecord<String, byte[]> record = EventCodec.encode(Topic.DOCUMENTS, event);
        String id = buried.bury(
                Topic.DOCUMENTS, Service.GATEWAY, record, older.topic(), older.offset(), "a bug", older.partition());
        assertEquals(1, run("replay", id));
        assertTrue(err.contains("is a newer record of the same key"), () -> err);
        assertEquals(there.size(), records(Topic.DOCUMENTS, key).size());

        String last = buried.bury(
                Topic.DOCUMENTS, Service.GATEWAY, record, newest.topic(), newest.offset(), "a bug", newest.partition());
        assertEquals(0, run("replay", last), () -> err);
    }

    @Test
    void refusesWhatIsNoDeadLetter() {
        ProducerRecord<String, byte[]> event = EventCodec.encode(Topic.CHANGES, change("refuse/one"));
        String elsewhere =
                buried.bury(Topic.CHANGES, Service.GATEWAY, event, Topic.CLASSIFICATIONS.topicName(), 7, "redirected");
        String noEvent = buried.bury(
                Topic.CHANGES,
                Service.GATEWAY,
                new ProducerRecord<>("any", "refuse/one", "<html>".getBytes(StandardCharsets.UTF_8)),
                Topic.CHANGES.topicName(),
                7,
                "header ce_specversion is missing");
        for (String id : List.of(elsewhere, noEvent, Topic.CHANGES.deadLetters(Service.GATEWAY) + "/0/999999")) {
            assertEquals(1, run("replay", id), () -> out);
            assertTrue(out.contains("replay: sent=0 refused=1"), () -> out);
            assertTrue(err.contains(id), () -> err);
        }
        assertEquals(1, run("replay", Topic.CHANGES.topicName() + "/0/0"));
        assertTrue(err.contains("is no topic of dead letters"), () -> err);
        assertEquals(List.of(), records(Topic.CHANGES, "refuse/one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"replay", "replay x", "replay --all x/0/0", "show x/y/z", "show x/0/-1", "list --service x"})
    void refusesWhatItCannotUse(String command) {
        assertEquals(2, run(command.split(" ")), () -> out);
        assertFalse(err.contains("\tat "), () -> err);
    }

    @Test
    void dropsNothingUntilItIsToldSoAndThenAllBefore() {
        String first = buried.bury(Topic.DELIVERIES, Service.GATEWAY, change("drop/one"), 1, "first");
        String second = buried.bury(Topic.DELIVERIES, Service.GATEWAY, change("drop/one"), 2, "second");
        String third = buried.bury(Topic.DELIVERIES, Service.GATEWAY, change("drop/one"), 3, "third");
        assertEquals(1, run("drop", second), () -> err);
        assertTrue(out.contains(first) && out.contains(second) && !out.contains(third), () -> out);
        assertTrue(out.contains("2 dead letters would go"), () -> out);
        run("list");
        assertTrue(out.contains(first), () -> out);

        assertEquals(0, run("drop", second, "--yes"), () -> err);
        assertTrue(out.contains("Dropped: 2 dead letters."), () -> out);
        run("list");
        assertTrue(!out.contains(first) && !out.contains(second) && out.contains(third), () -> out);
        assertEquals(2, run("drop", first, "--yes"));
    }

    @Test
    void aRecordThatPretendsToBeANoteIsALetterLikeAnyOther() {
        ProducerRecord<String, byte[]> sly = new ProducerRecord<>("any", null, "x".getBytes(StandardCharsets.UTF_8));
        sly.headers().add(DeadLetterHeaders.REPLAYED, "0".getBytes(StandardCharsets.UTF_8));
        String id = buried.bury(Topic.REGISTER, Service.GATEWAY, sly, Topic.REGISTER.topicName(), 7, "no event");
        assertEquals(0, run("list", "--service", "api-gateway"), () -> err);
        assertEquals("", state(id));
    }

    @Test
    void showsTheEventAndNothingThatATerminalWouldObey() {
        ProducerRecord<String, byte[]> event = EventCodec.encode(Topic.ASSESSMENTS, change("show/one"));
        event.headers().add("sly", "\u001b[2J\u202egnp".getBytes(StandardCharsets.UTF_8));
        String id = buried.bury(
                Topic.ASSESSMENTS, Service.GATEWAY, event, Topic.ASSESSMENTS.topicName(), 7, "\u001b]0;title\u0007");
        assertEquals(0, run("show", id), () -> err);
        assertTrue(out.contains("  sly: \\u001b[2J\\u202egnp"), () -> out);
        assertTrue(out.contains("  \"changeId\" : "), () -> out);
        assertFalse(out.contains("\u001b") || out.contains("\u0007") || out.contains("\u202e"), () -> out);
    }

    @Test
    void cutsALongEventUnlessItIsWantedWhole() {
        byte[] large = ("{\"text\": \"" + "x".repeat(30_000) + "end\"}").getBytes(StandardCharsets.UTF_8);
        String id = buried.bury(
                Topic.ASSESSMENTS,
                Service.GATEWAY,
                new ProducerRecord<>("any", "show/large", large),
                Topic.ASSESSMENTS.topicName(),
                7,
                "large");
        assertEquals(0, run("show", id), () -> err);
        assertTrue(out.contains("… cut behind 20000 of 300"), () -> out);
        assertFalse(out.contains("xend"), () -> out);
        assertEquals(0, run("show", id, "--whole"), () -> err);
        assertTrue(out.contains("xend"), () -> out);
    }

    private int run(String... arguments) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        int code = Clausewatch.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(complained, true))
                .execute(Stream.concat(
                                Stream.of("dead-letters", arguments[0], "--brokers", buried.servers()),
                                Arrays.stream(arguments).skip(1))
                        .toArray(String[]::new));
        out = said.toString();
        err = complained.toString();
        return code;
    }

    /** The lines of a letter in a list. */
    private List<String> block(String id) {
        List<String> lines = out.lines().toList();
        int start = lines.indexOf(id);
        assertTrue(start >= 0, () -> out);
        int end = start + 1;
        while (lines.get(end).startsWith("  ")) {
            end++;
        }
        return lines.subList(start, end);
    }

    private String state(String id) {
        return block(id).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("state "))
                .map(line -> line.substring("state".length()).strip())
                .findFirst()
                .orElse("");
    }

    /** As when the service has read a record. */
    private void read(Service service, ConsumerRecord<String, byte[]> record) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", buried.servers()))) {
            admin.alterConsumerGroupOffsets(
                            service.label(),
                            Map.of(
                                    new TopicPartition(record.topic(), record.partition()),
                                    new OffsetAndMetadata(record.offset() + 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic topic, String key) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", buried.servers(), "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found.stream().filter(record -> key.equals(record.key())).toList();
        }
    }

    private static List<String> headers(Iterable<Header> headers) {
        List<String> texts = new ArrayList<>();
        headers.forEach(header -> {
            if (!header.key().equals("test-mark")) {
                texts.add(header.key() + ": " + new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    private static Event change(String documentId) {
        return CanonicalEvents.event(
                CanonicalEvents.changeDetected(CanonicalEvents.document(documentId), "c-" + documentId));
    }
}
