package dev.clausewatch.classifier.encoder;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheEncoderIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.classifier.encoder");
    }
}
