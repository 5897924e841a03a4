package dev.clausewatch.classifier.reading;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.languagemodel.LanguageModelConfig;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithKafka
@WithPostgres
@QuarkusTestResource(
        value = ReaderResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "provisions", value = "decides"))
class ReadingDecidesFlowTest {

    private static final List<String> FEES = List.of("fees-or-refunds");

    @Inject
    Classifier classifier;

    @Inject
    LanguageModelConfig config;

    @Inject
    Database database;

    @Test
    void theModelsTypesFollowTheAnswerThatNobodyWaitedWith() {
        try (KafkaProbe probe = new KafkaProbe()) {
            List<ChangeClassified> told = Plans.told(probe, "decides/well", "Good");
            ChangeClassified first = told.getFirst();
            assertEquals(ClassificationCause.CHANGE, first.classification().cause());
            assertEquals(Plans.BUILT_IN, Plans.types(first));
            assertNull(first.provisions().getFirst().machineReading());

            ChangeClassified read = told.stream()
                    .filter(one -> one.classification().cause() == ClassificationCause.MACHINE_READING)
                    .findFirst()
                    .orElseThrow();
            assertEquals(FEES, Plans.types(read));
            assertEquals(FEES, read.meaning().types());
            assertEquals(classifier.register().areasOf(FEES), read.meaning().areas());
            assertTrue(first.meaning().alert());
            assertTrue(read.meaning().alert());
            assertEquals(first.meaning().alertReason(), read.meaning().alertReason());
            MachineReading reading = Plans.reading(read);
            assertTrue(reading.decides());
            assertEquals("test-model", reading.model());
            assertEquals(Plans.BUILT_IN, Plans.ids(reading.builtIn()));
            assertEquals(FEES, reading.onlyMachine());
            assertEquals(Plans.BUILT_IN, reading.onlyBuiltIn());
            assertEquals(FEES, Plans.types(told.getLast()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Failing, failed",
        "Slow, timed-out",
        "Unwelcome, refused",
        "Chatty, unreadable",
        "Nul, unreadable",
        "Huge, too-large",
        "Generous, too-many-types",
        "Unknown, unfounded",
        "Inventive, unfounded"
    })
    void whereTheModelFailsTheBuiltInAnswerStandsAndThatIsSaid(String plan, String reason) {
        try (KafkaProbe probe = new KafkaProbe()) {
            ChangeClassified last = Plans.told(probe, "decides/" + Plans.provisionId(plan), plan)
                    .getLast();
            assertEquals(Plans.BUILT_IN, Plans.types(last));
            assertEquals(Plans.BUILT_IN, last.meaning().types());
            MachineReading reading = Plans.reading(last);
            assertEquals(MachineReading.Status.UNAVAILABLE, reading.status());
            assertEquals(reason, reading.reason());
            assertFalse(reading.decides());
        }
    }

    @Test
    void whenNoCallIsLeftTheBuiltInAnswerStandsAndThatIsSaid() {
        setCallsOfToday(config.callsPerDay());
        try (KafkaProbe probe = new KafkaProbe()) {
            ChangeClassified last =
                    Plans.told(probe, "decides/over-budget", "Dear").getLast();
            assertEquals(Plans.BUILT_IN, Plans.types(last));
            assertEquals("over-budget", Plans.reading(last).reason());
        } finally {
            setCallsOfToday(0);
        }
    }

    private void setCallsOfToday(int calls) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.sql("""
                        insert into language_model_usage (day, calls) values (:today, :calls)
                        on conflict (day) do update set calls = :calls""")
                        .bind("today", LocalDate.now(ZoneOffset.UTC))
                        .bind("calls", calls)
                        .update());
    }

    @Test
    void theSameProvisionIsAskedOnce() {
        try (KafkaProbe probe = new KafkaProbe()) {
            MachineReading first =
                    Plans.reading(Plans.told(probe, "decides/once", "Same").getLast());
            MachineReading second =
                    Plans.reading(Plans.told(probe, "decides/twice", "Same").getLast());
            assertEquals(FEES, Plans.ids(first.types()));
            assertEquals(first.types(), second.types());
        }
    }

    @Test
    void aCorrectionWinsOverTheModel() {
        try (KafkaProbe probe = new KafkaProbe()) {
            String documentId = "decides/corrected";
            Plans.told(probe, documentId, "Corrected");
            given().header("Authorization", "Bearer test-token")
                    .body("{\"types\": [\"non-compete\"], \"reason\": \"It bars a rival plan.\"}")
                    .queryParam("reviewer", "Ada Reviewer")
                    .put("/changes/" + Plans.changeId(documentId) + "/provisions/" + Plans.provisionId("Corrected")
                            + "/correction")
                    .then()
                    .statusCode(200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Plans.events(probe, documentId)
                                    .getLast()
                                    .classification()
                                    .correction()
                            == 1);
            ChangeClassified last = Plans.events(probe, documentId).getLast();
            assertEquals(List.of("non-compete"), Plans.types(last));
            assertEquals(List.of("non-compete"), last.meaning().types());
            assertFalse(Plans.reading(last).decides());
            assertEquals(FEES, Plans.ids(Plans.reading(last).types()));
        }
    }
}
