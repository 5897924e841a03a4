package dev.clausewatch.alert.matching;

import static dev.clausewatch.alert.Changes.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.alert.Changes;
import dev.clausewatch.alert.subscription.SubscriptionFilter;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterMatchTest {

    static Stream<Arguments> cases() {
        Changes usual = change("a");
        return Stream.of(
                Arguments.of("the empty filter takes all", SubscriptionFilter.EVERYTHING, usual, true),
                Arguments.of("its platform", platform("Nimbus Chat"), usual, true),
                Arguments.of("its platform in other case", platform("nimbus CHAT"), usual, true),
                Arguments.of("another platform", platform("Other"), usual, false),
                Arguments.of("its terms type in other case", termsType("terms of service"), usual, true),
                Arguments.of("another terms type", termsType("Privacy Policy"), usual, false),
                Arguments.of("its document", document("nimbus-chat/terms-of-service"), usual, true),
                Arguments.of("another document", document("nimbus-chat/privacy-policy"), usual, false),
                Arguments.of("any of the areas", meaning(null, "eu-ai-act", "copyright"), usual, true),
                Arguments.of("another area", meaning(null, "eu-ai-act"), usual, false),
                Arguments.of("at its severity", meaning(Severity.MEDIUM), usual, true),
                Arguments.of("below its severity", meaning(Severity.LOW), usual, true),
                Arguments.of("above its severity", meaning(Severity.HIGH), usual, false),
                Arguments.of("no severity", meaning(Severity.LOW), change("a").severity(null), false),
                Arguments.of(
                        "unread passes areas and severity",
                        meaning(Severity.HIGH, "eu-ai-act"),
                        change("a")
                                .assessment(Assessment.NOT_ASSESSED)
                                .severity(null)
                                .areas(),
                        true),
                Arguments.of(
                        "unread does not pass the platform",
                        platform("Other"),
                        change("a").assessment(Assessment.NOT_ASSESSED),
                        false),
                Arguments.of(
                        "an unknown assessment passes nothing",
                        meaning(null, "eu-ai-act"),
                        change("a").assessment(Assessment.UNKNOWN),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyPartOfTheFilterMustHold(String name, SubscriptionFilter filter, Changes change, boolean told) {
        assertEquals(told, FilterMatch.matches(filter, change.build()), name);
    }

    @Test
    void areasAndSeverityAreOfTheSameProvision() {
        ChangeClassified grave =
                change("a").severity(Severity.HIGH).areas("data-protection").build();
        ChangeClassified harmless =
                change("b").severity(Severity.LOW).areas("eu-ai-act").build();
        ChangeClassified both = Changes.together(grave, harmless);
        assertFalse(FilterMatch.matches(meaning(Severity.HIGH, "eu-ai-act"), both));
        assertTrue(FilterMatch.matches(meaning(Severity.HIGH, "data-protection"), both));
        assertTrue(FilterMatch.matches(meaning(Severity.LOW, "eu-ai-act"), both));
        assertTrue(FilterMatch.matches(meaning(Severity.HIGH), both));
    }

    @Test
    void whatALanguageModelDecidedPassesAreasAndSeverity() {
        assertTrue(FilterMatch.matches(meaning(Severity.HIGH, "eu-ai-act"), read(true)));
        assertFalse(FilterMatch.matches(meaning(Severity.HIGH, "eu-ai-act"), read(false)));
        assertFalse(FilterMatch.matches(platform("Other"), read(true)));
    }

    private static ChangeClassified read(boolean decides) {
        ChangeClassified usual = change("a").build();
        MachineReading reading = MachineReading.read(
                        List.of(), "test-model", usual.classification().classifiedAt())
                .beside(List.of(), decides);
        return usual.withProvisions(usual.provisions().stream()
                .map(provision -> provision.withMachineReading(reading))
                .toList());
    }

    private static SubscriptionFilter platform(String platform) {
        return new SubscriptionFilter(List.of("Somebody else", platform), List.of(), List.of(), List.of(), null);
    }

    private static SubscriptionFilter termsType(String type) {
        return new SubscriptionFilter(List.of(), List.of(type), List.of(), List.of(), null);
    }

    private static SubscriptionFilter document(String id) {
        return new SubscriptionFilter(List.of(), List.of(), List.of(id), List.of(), null);
    }

    private static SubscriptionFilter meaning(@Nullable Severity severity, String... areas) {
        return new SubscriptionFilter(List.of(), List.of(), List.of(), List.of(areas), severity);
    }
}
