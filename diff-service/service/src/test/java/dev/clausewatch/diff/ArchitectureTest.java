package dev.clausewatch.diff;

import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("dev.clausewatch.diff");
    }
}
