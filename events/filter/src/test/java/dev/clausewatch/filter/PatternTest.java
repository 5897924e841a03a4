package dev.clausewatch.filter;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfFiltersIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.filter");
    }
}
