package dev.clausewatch.runtime;

import dev.clausewatch.testing.PatternRules;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void noPatternOfTheRuntimeIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.runtime");
    }

    /** Here, as the fixtures know the contract and it cannot know them. */
    @Test
    void noPatternOfTheContractIsSlowerThanLinear() {
        PatternRules.check("dev.clausewatch.events");
    }
}
