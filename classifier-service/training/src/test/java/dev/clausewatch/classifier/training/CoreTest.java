package dev.clausewatch.classifier.training;

import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CoreTest {

    @Test
    void knowsNoFramework() {
        ArchitectureRules.checkCore("dev.clausewatch.classifier");
    }
}
