package dev.clausewatch.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.brokers.DeclaredTopic;
import dev.clausewatch.brokers.FoundTopic;
import dev.clausewatch.brokers.GroupLag;
import dev.clausewatch.events.Service;
import dev.clausewatch.testing.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checks make of what they see. */
class JudgesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"0,OK", "4,OK", "-4,OK", "10,WARNING", "-10,WARNING", "90,TROUBLE", "-90,TROUBLE"})
    void clocksThatDisagreeAreTold(int seconds, Finding.State state) {
        assertEquals(
                state,
                AnswerJudge.clock(NOW.plusSeconds(seconds), NOW, NOW.plusMillis(300))
                        .state());
    }

    @Test
    void aSlowAnswerIsNotAWrongClock() {
        // Said in the middle of the twenty seconds that the answer took.
        assertEquals(
                Finding.State.OK,
                AnswerJudge.clock(NOW.plusSeconds(10), NOW, NOW.plusSeconds(20)).state());
    }

    @ParameterizedTest
    @CsvSource({"60,OK", "21,OK", "20,WARNING", "3,WARNING", "2,TROUBLE", "-1,TROUBLE"})
    void aCertificateThatEndsSoonIsTold(int days, Finding.State state) {
        assertEquals(
                state,
                AnswerJudge.certificate(NOW.plus(Duration.ofDays(days)), NOW).state());
    }

    @ParameterizedTest
    @CsvSource({"2,0,OK", "2,1000,OK", "2,1001,WARNING", "0,0,TROUBLE", "0,9,TROUBLE"})
    void aGroupWithoutConsumersIsTroubleAndALongWayAWarning(int members, long records, Finding.State state) {
        assertEquals(
                state,
                LagJudge.group(new GroupLag(Service.DIFF, members, records)).state());
    }

    @Test
    void topicsAsDeclaredAreWell() {
        List<FoundTopic> found = DeclaredTopic.all().stream()
                .map(topic -> found(topic, topic.partitions(), Map.of(), 1, 1))
                .toList();
        assertEquals(Set.of(Finding.State.OK), states(TopicJudge.judge(List.of(), found, 1)));
    }

    @Test
    void aTopicThatIsMissingOrSetOtherwiseIsTrouble() {
        DeclaredTopic topic = DeclaredTopic.all().getFirst();
        List<Finding> findings = TopicJudge.judge(
                List.of("one.missing"), List.of(found(topic, topic.partitions() + 1, Map.of(), 1, 1)), 1);
        assertEquals(Finding.State.TROUBLE, findings.get(0).state());
        assertTrue(findings.get(0).found().contains("one.missing"), findings::toString);
        assertEquals(Finding.State.TROUBLE, findings.get(1).state());
        assertTrue(findings.get(1).found().contains(topic.name()), findings::toString);

        Finding retention = TopicJudge.judge(
                        List.of(),
                        List.of(found(topic, topic.partitions(), Map.of("max.message.bytes", "1000"), 1, 1)),
                        1)
                .get(1);
        assertEquals(Finding.State.TROUBLE, retention.state());
        assertTrue(retention.found().contains("max.message.bytes=1000"), retention::toString);
    }

    @ParameterizedTest
    @CsvSource({
        // replicas, in step, min.insync.replicas, brokers
        "3,3,2,3,OK",
        "3,2,2,3,WARNING",
        "3,1,2,3,TROUBLE",
        "3,3,1,3,WARNING",
        "1,1,1,3,WARNING",
        "1,1,1,1,OK",
        "1,0,1,1,TROUBLE"
    })
    void copiesThatAreMissingAreTold(int replicas, int inSync, String min, int brokers, Finding.State state) {
        DeclaredTopic topic = DeclaredTopic.all().getFirst();
        FoundTopic found = found(topic, topic.partitions(), Map.of("min.insync.replicas", min), replicas, inSync);
        assertEquals(
                state,
                TopicJudge.judge(List.of(), List.of(found), brokers).get(2).state());
    }

    @ParameterizedTest
    @CsvSource({"false,5,OK", "false,5000,WARNING", "true,5,WARNING"})
    void aReadModelThatIsBehindIsTold(boolean rebuilding, long lag, Finding.State state) throws IOException {
        JsonNode answer =
                JSON.readTree("{\"rebuilding\": %s, \"topics\": [{\"topic\": \"a\", \"read\": 1, \"lag\": %d}]}"
                        .formatted(rebuilding, lag));
        assertEquals(state, ReadModelJudge.judge(answer).state());
    }

    @Test
    void aGatewayThatDoesNotReachTheBrokersIsTold() throws IOException {
        assertEquals(
                Finding.State.WARNING,
                ReadModelJudge.judge(
                                JSON.readTree("{\"rebuilding\": false, \"topics\": [{\"topic\": \"a\", \"read\": 1}]}"))
                        .state());
    }

    @Test
    void documentsThatAreLateDegradedOrHeldAreNamed() throws IOException {
        DocumentTally tally = new DocumentTally(NOW);
        tally.count(document("in/time", "HEALTHY", "\"lastSuccessAt\": \"2026-03-01T21:30:00Z\""));
        tally.count(document("too/late", "HEALTHY", "\"lastSuccessAt\": \"2026-03-01T17:00:00Z\""));
        tally.count(document("is/degraded", "DEGRADED", "\"nextAttemptAt\": \"2026-03-02T10:00:00Z\""));
        tally.count(document("is/held", "HELD", "\"lastSuccessAt\": \"2026-03-02T08:00:00Z\""));
        tally.count(document("is/new", "PENDING", "\"consecutiveFailures\": 0"));
        tally.count(document("is/archived", "NOT_WATCHED", "\"lastSuccessAt\": \"2020-03-01T17:00:00Z\""));
        List<Finding> findings = tally.findings(true);
        assertEquals(
                List.of(Finding.State.WARNING, Finding.State.WARNING, Finding.State.TROUBLE),
                findings.stream().map(Finding::state).toList());
        assertTrue(findings.get(0).found().startsWith("1 of 5 watched are more than two hours late: too/late."));
        assertTrue(findings.get(1).found().contains("is/degraded"), findings::toString);
        assertTrue(findings.get(2).found().contains("is/held"), findings::toString);
    }

    @Test
    void endpointsThatFailOrAreGoneAreNamed() throws IOException {
        EndpointTally tally = new EndpointTally(3);
        tally.count(JSON.readTree("{\"id\": \"s1\", \"active\": true}"), JSON.readTree("{\"state\": \"DELIVERED\"}"));
        assertEquals(Finding.State.OK, tally.finding(1).state());
        tally.count(
                JSON.readTree("{\"id\": \"s2\", \"active\": true}"),
                JSON.readTree("{\"state\": \"RETRYING\", \"lastReason\": \"timeout\"}"));
        tally.count(JSON.readTree("{\"id\": \"s3\", \"active\": false, \"inactiveReason\": \"gone\"}"), null);
        Finding finding = tally.finding(2);
        assertEquals(Finding.State.WARNING, finding.state());
        assertTrue(finding.found().contains("s2 (timeout)") && finding.found().contains("s3"), finding::toString);
    }

    @Test
    void aCheckThatHangsIsGivenUp() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        List<Finding> findings = Bounded.run("hanging", Duration.ofMillis(50), () -> {
            never.await();
            return List.of();
        });
        never.countDown();
        assertEquals(Set.of(Finding.State.UNKNOWN), states(findings));
    }

    @Test
    void everySectionOfTheRunbookThatIsNamedIsThere() throws IOException {
        Set<String> anchors = Files.readString(ProjectFiles.at("docs/runbook.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> "docs/runbook.md#"
                        + line.substring(4).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
        for (Runbook section : Runbook.values()) {
            assertTrue(anchors.contains(section.address()), section::address);
        }
    }

    private static JsonNode document(String id, String status, String more) throws IOException {
        return JSON.readTree(
                "{\"id\": \"%s\", \"retired\": false, \"cadence\": \"PT12H\", \"source\": {\"status\": \"%s\", %s}}"
                        .formatted(id, status, more));
    }

    private static Set<Finding.State> states(List<Finding> findings) {
        return findings.stream().map(Finding::state).collect(Collectors.toSet());
    }

    private static FoundTopic found(
            DeclaredTopic topic, int partitions, Map<String, String> settings, int replicas, int inSync) {
        List<Node> nodes = IntStream.range(0, replicas)
                .mapToObj(id -> new Node(id, "broker-" + id, 9092))
                .toList();
        Map<String, String> all = new HashMap<>(topic.settings());
        all.putAll(settings);
        return new FoundTopic(
                topic,
                IntStream.range(0, partitions)
                        .mapToObj(partition ->
                                new TopicPartitionInfo(partition, nodes.getFirst(), nodes, nodes.subList(0, inSync)))
                        .toList(),
                all);
    }
}
