package dev.clausewatch.search;

import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CoreTest {

    @Test
    void knowsNoFramework() {
        ArchitectureRules.checkCore("dev.clausewatch.search");
    }
}
