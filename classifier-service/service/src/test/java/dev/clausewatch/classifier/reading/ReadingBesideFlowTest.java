package dev.clausewatch.classifier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
@QuarkusTestResource(
        value = ReaderResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "provisions", value = "beside"))
class ReadingBesideFlowTest {

    @Test
    void theBuiltInAnswerDecidesAndTheModelsStandsBesideIt() {
        try (KafkaProbe probe = new KafkaProbe()) {
            List<ChangeClassified> told = Plans.told(probe, "beside/well", "Good");
            ChangeClassified last = told.getLast();
            assertEquals(told.getFirst().meaning(), last.meaning());
            assertEquals(Plans.BUILT_IN, Plans.types(last));
            MachineReading reading = Plans.reading(last);
            assertFalse(reading.decides());
            assertEquals(List.of("fees-or-refunds"), reading.onlyMachine());
            assertEquals(Plans.BUILT_IN, reading.onlyBuiltIn());
        }
    }

    @Test
    void ofVeryManyProvisionsTheFirstFortyAreRead() {
        try (KafkaProbe probe = new KafkaProbe()) {
            List<TouchedProvision> many = IntStream.range(0, 45)
                    .mapToObj(i -> Plans.added("Plan" + i))
                    .toList();
            List<MachineReading> readings = Plans.told(probe, "beside/many", many).getLast().provisions().stream()
                    .map(provision -> Objects.requireNonNull(provision.machineReading()))
                    .toList();
            assertEquals(
                    40,
                    readings.stream()
                            .filter(one -> one.status() == MachineReading.Status.READ)
                            .count());
            assertEquals(
                    5,
                    readings.stream()
                            .filter(one -> "too-many".equals(one.reason()))
                            .count());
        }
    }

    @Test
    void aReadingThatCostsAnAssessmentOrATextIsWorthNothing() {
        ChangeClassified canonical = CanonicalEvents.changeClassified();
        ClassifiedProvision first = canonical.provisions().getFirst();
        ChangeClassified whole = canonical.withProvisions(List.of(first));
        assertTrue(
                ReadingSchedule.keepsAll(whole, whole.withProvisions(List.of(reassessed(first, Assessment.ASSESSED)))));
        assertFalse(ReadingSchedule.keepsAll(
                whole, whole.withProvisions(List.of(reassessed(first, Assessment.NOT_ASSESSED)))));
        assertFalse(ReadingSchedule.keepsAll(whole, whole.withProvisions(List.of())));
        assertFalse(
                ReadingSchedule.keepsAll(whole, whole.withChange(whole.change().withTouched(List.of()))));
    }

    private static ClassifiedProvision reassessed(ClassifiedProvision provision, Assessment assessment) {
        return new ClassifiedProvision(
                provision.provisionId(),
                assessment,
                null,
                List.of(),
                List.of(),
                List.of(),
                provision.materiality(),
                null,
                provision.sentence(),
                List.of());
    }
}
