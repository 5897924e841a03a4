package dev.clausewatch.diff.version;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheApplicationIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.diff.version");
    }
}
