package dev.clausewatch.classifier.summary;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.MachineSummary;
import dev.clausewatch.events.Topic;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@QuarkusTestResource(value = ModelResource.class, restrictToAnnotatedClass = true)
class SummaryFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aSummaryThatIsFaithfulFollowsTheAnswerThatNobodyWaitedWith() {
        List<ChangeClassified> answers = told("Faithful");
        ChangeClassified first = answers.get(0);
        ChangeClassified second = answers.get(1);
        assertEquals(ClassificationCause.CHANGE, first.classification().cause());
        assertNull(first.machineSummary());
        assertEquals(
                ClassificationCause.MACHINE_SUMMARY, second.classification().cause());
        assertEquals(first.meaning().summary(), second.meaning().summary());
        assertEquals(
                first.classification().classificationId(),
                second.classification().classificationId());
        assertTrue(second.classification()
                .classifiedAt()
                .isAfter(first.classification().classifiedAt()));
        MachineSummary summary = second.machineSummary();
        assertNotNull(summary);
        assertEquals(MachineSummary.Status.WRITTEN, summary.status());
        assertEquals(ModelResource.FAITHFUL, summary.text());
        assertEquals("test-model", summary.model());
    }

    @Test
    void aSummaryThatQuotesWhatIsNotThereIsDroppedAndThatIsSaid() {
        assertUnavailable("unfaithful", told("Inventive").get(1));
    }

    @Test
    void aModelThatDoesNotAnswerIsSaidToBeUnavailable() {
        assertUnavailable("failed", told("Failing").get(1));
    }

    private static void assertUnavailable(String reason, ChangeClassified answer) {
        MachineSummary summary = answer.machineSummary();
        assertNotNull(summary);
        assertEquals(MachineSummary.Status.UNAVAILABLE, summary.status());
        assertNull(summary.text());
        assertEquals(reason, summary.reason());
    }

    private static List<ChangeClassified> told(String platform) {
        String documentId = "summaries/" + platform.toLowerCase(Locale.ROOT);
        Event detected = CanonicalEvents.event(
                CanonicalEvents.changeDetected(CanonicalEvents.document(documentId, platform), "c-" + documentId));
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.publish(Topic.CHANGES, detected);
            await().atMost(PATIENCE)
                    .until(() -> probe.events(Topic.CLASSIFICATIONS, documentId).size() == 2);
            return probe.events(Topic.CLASSIFICATIONS, documentId).stream()
                    .map(event -> (ChangeClassified) event.data())
                    .toList();
        }
    }
}
