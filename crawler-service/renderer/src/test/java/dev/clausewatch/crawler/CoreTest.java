package dev.clausewatch.crawler;

import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CoreTest {

    @Test
    void theRendererKnowsNoFramework() {
        ArchitectureRules.checkCore("dev.clausewatch.crawler");
    }
}
