package dev.clausewatch.cli;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheCommandsIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.cli");
    }
}
