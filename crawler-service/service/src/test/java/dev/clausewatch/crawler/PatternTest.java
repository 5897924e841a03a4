package dev.clausewatch.crawler;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheCrawlerIsSlowerThanLinear() {
        PatternRules.checkModule("dev.clausewatch.crawler");
    }
}
