package dev.clausewatch.gateway;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfThisServiceIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.gateway");
    }
}
