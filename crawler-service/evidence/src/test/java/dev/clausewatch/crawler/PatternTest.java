package dev.clausewatch.crawler;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfEvidenceIsSlowerThanLinear() {
        PatternRules.checkModule("dev.clausewatch.crawler");
    }
}
