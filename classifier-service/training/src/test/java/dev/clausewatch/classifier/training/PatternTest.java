package dev.clausewatch.classifier.training;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheTrainingIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.classifier.training");
    }
}
