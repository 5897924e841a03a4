package dev.clausewatch.classifier;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheCoreIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.classifier");
    }
}
