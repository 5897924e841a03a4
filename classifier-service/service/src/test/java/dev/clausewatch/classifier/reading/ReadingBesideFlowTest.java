package dev.clausewatch.classifier.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.testing.KafkaProbe;
import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
}
