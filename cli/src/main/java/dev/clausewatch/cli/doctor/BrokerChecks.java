package dev.clausewatch.cli.doctor;

import dev.clausewatch.brokers.BrokerConnection;
import dev.clausewatch.brokers.DeadLetter;
import dev.clausewatch.brokers.DeadLetterBox;
import dev.clausewatch.brokers.DeadLetterTopic;
import dev.clausewatch.brokers.DeclaredTopic;
import dev.clausewatch.brokers.FoundTopic;
import dev.clausewatch.brokers.GroupLag;
import dev.clausewatch.events.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.SupportedVersionRange;

/** Looks at the brokers. */
final class BrokerChecks {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String TOPICS = "topics";

    private final BrokerConnection connection;

    BrokerChecks(BrokerConnection connection) {
        this.connection = connection;
    }

    List<Finding> run() throws InterruptedException {
        List<Finding> findings = new ArrayList<>(Bounded.run("brokers", LONGEST, this::brokers));
        if (findings.getFirst().state() != Finding.State.OK) {
            return findings;
        }
        List<Finding> topics = Bounded.run(TOPICS, LONGEST, this::topics);
        findings.addAll(topics);
        if (topics.stream().anyMatch(TopicJudge::isMissing)) {
            return findings;
        }
        for (Service service : GroupLag.services()) {
            findings.addAll(Bounded.run("lag of " + service.label(), LONGEST, () -> lag(service)));
        }
        findings.addAll(Bounded.run("dead letters", LONGEST, this::deadLetters));
        return findings;
    }

    private List<Finding> brokers() throws IOException {
        String check = "brokers";
        Admin admin;
        try {
            admin = connection.admin();
        } catch (IOException e) {
            return List.of(away(e));
        }
        try {
            int nodes = connection.demand(admin.describeCluster().nodes()).size();
            FeatureMetadata features =
                    connection.demand(admin.describeFeatures().featureMetadata());
            SupportedVersionRange version = features.supportedFeatures().get(KafkaVersion.FEATURE);
            String found = (nodes == 1 ? "1 broker answers" : nodes + " brokers answer") + " at " + connection.servers()
                    + ", " + KafkaVersion.words(version) + ".";
            return List.of(
                    KafkaVersion.isOld(version)
                            ? Finding.warning(
                                    check, found, "Clausewatch is made for Kafka 4: upgrade them.", Runbook.BROKERS)
                            : Finding.ok(check, found));
        } catch (IOException e) {
            return List.of(away(e));
        } finally {
            BrokerConnection.close(admin);
        }
    }

    private static Finding away(IOException failure) {
        return Finding.trouble(
                "brokers",
                String.valueOf(failure.getMessage()),
                "Bring them back, or mend the address and the settings of the connection.",
                Runbook.BROKERS);
    }

    private List<Finding> topics() throws IOException {
        Admin admin = connection.admin();
        try {
            int nodes = connection.demand(admin.describeCluster().nodes()).size();
            Set<String> there = connection.demand(admin.listTopics().names());
            List<DeclaredTopic> declared = DeclaredTopic.all();
            List<String> missing = declared.stream()
                    .map(DeclaredTopic::name)
                    .filter(name -> !there.contains(name))
                    .toList();
            List<FoundTopic> found = FoundTopic.of(
                    declared.stream()
                            .filter(topic -> there.contains(topic.name()))
                            .toList(),
                    admin,
                    connection);
            return TopicJudge.judge(missing, found, nodes);
        } catch (ExecutionException e) {
            throw connection.refused(e);
        } finally {
            BrokerConnection.close(admin);
        }
    }

    private List<Finding> lag(Service service) throws IOException {
        Admin admin = connection.admin();
        try {
            return List.of(LagJudge.group(GroupLag.of(service, admin, connection)));
        } finally {
            BrokerConnection.close(admin);
        }
    }

    private List<Finding> deadLetters() throws IOException {
        List<DeadLetter> letters = new ArrayList<>();
        try (DeadLetterBox box = DeadLetterBox.open(connection)) {
            for (DeadLetterTopic topic : DeadLetterTopic.all()) {
                letters.addAll(box.list(topic));
            }
        }
        return List.of(DeadLetterJudge.judge(letters));
    }
}
