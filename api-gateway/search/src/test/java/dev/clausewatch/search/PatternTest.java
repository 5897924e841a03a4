package dev.clausewatch.search;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfSearchIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.search");
    }
}
