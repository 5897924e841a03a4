package dev.clausewatch.filter;

import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CoreTest {

    @Test
    void knowsNoFramework() {
        ArchitectureRules.checkCore("dev.clausewatch.filter");
    }
}
