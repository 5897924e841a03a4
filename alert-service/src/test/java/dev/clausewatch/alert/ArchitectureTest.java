package dev.clausewatch.alert;

import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        ArchitectureRules.check("dev.clausewatch.alert");
    }
}
