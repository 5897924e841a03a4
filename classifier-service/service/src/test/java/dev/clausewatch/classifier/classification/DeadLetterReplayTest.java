package dev.clausewatch.classifier.classification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.cli.Clausewatch;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.Topic;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The runbook's steps for a dead letter, by the commands that it names, against the service. */
@QuarkusTest
@WithKafka
@WithPostgres
class DeadLetterReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DOCUMENT = "replay/letter";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Inject
    Database database;

    @AfterEach
    void mend() {
        database.sql("alter table classification drop constraint if exists bug").update();
    }

    @Test
    void whatDiedOfABugIsProcessedOnceTheBugIsMendedAndItIsReplayed() {
        Event detected =
                CanonicalEvents.event(CanonicalEvents.changeDetected(CanonicalEvents.document(DOCUMENT), "c-replay"));
        try (KafkaProbe probe = new KafkaProbe()) {
            // Stands for a release that cannot store this change.
            database.sql("alter table classification add constraint bug check (change_id <> 'c-replay') not valid")
                    .update();
            probe.publish(Topic.CHANGES, detected);
            await().atMost(PATIENCE).until(() -> !letter().isEmpty());
            List<String> letter = letter();
            assertTrue(
                    letter.contains("event    " + detected.type().wireName() + " " + detected.id()), letter::toString);
            assertTrue(
                    letter.stream().anyMatch(line -> line.startsWith("reason ") && line.contains("DatabaseException")),
                    letter::toString);
            assertEquals(List.of(), probe.events(Topic.CLASSIFICATIONS, DOCUMENT));

            mend();
            String sent = run("replay", letter.getFirst());
            assertTrue(sent.contains("replay: sent=1 refused=0"), sent);

            await().atMost(PATIENCE)
                    .until(() -> probe.events(Topic.CLASSIFICATIONS, DOCUMENT).size() == 1);
            ChangeClassified classified = (ChangeClassified)
                    probe.events(Topic.CLASSIFICATIONS, DOCUMENT).getFirst().data();
            assertEquals(detected.data(), classified.change());
            await().atMost(PATIENCE).until(() -> letter().stream().anyMatch(line -> line.endsWith(", and processed")));
        }
    }

    /** The lines of the letter in the list; none while it is not there. */
    private List<String> letter() {
        List<String> lines =
                run("list", "--service", "classifier-service").lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).equals("  key      " + DOCUMENT)) {
                return Stream.concat(
                                Stream.of(lines.get(at - 3)),
                                lines.subList(at, lines.size()).stream().takeWhile(line -> line.startsWith("  ")))
                        .map(String::strip)
                        .toList();
            }
        }
        return List.of();
    }

    private String run(String command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Clausewatch.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("dead-letters", command, "--brokers", servers), Stream.of(arguments))
                        .toArray(String[]::new));
        assertEquals(0, code, err::toString);
        return out.toString();
    }
}
