package dev.clausewatch.classifier.languagemodel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.testing.WithKafka;
import dev.clausewatch.testing.WithPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithKafka
@WithPostgres
class ModelBudgetTest {

    @Inject
    LanguageModelConfig config;

    @Inject
    ModelBudget budget;

    @Test
    void noMoreThanSoManyCallsAreTakenOnADay() {
        QuarkusTransaction.begin();
        try {
            int taken = 0;
            while (taken <= config.callsPerDay() && budget.take()) {
                taken++;
            }
            assertTrue(taken <= config.callsPerDay(), "took " + taken);
            assertFalse(budget.take());
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
