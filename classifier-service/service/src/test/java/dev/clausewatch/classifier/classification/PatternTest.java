package dev.clausewatch.classifier.classification;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheApplicationIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.classifier.classification");
        PatternRules.check("dev.clausewatch.classifier.correction");
        PatternRules.check("dev.clausewatch.classifier.reclassification");
        PatternRules.check("dev.clausewatch.classifier.summary");
    }
}
