package dev.clausewatch.crawler;

import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("dev.clausewatch.crawler");
    }
}
