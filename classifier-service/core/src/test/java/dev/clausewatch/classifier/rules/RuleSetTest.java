package dev.clausewatch.classifier.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.TextFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleSetTest {

    private static final Register REGISTER = Register.read(new DataFiles());
    private static final RuleSet RULES = RuleSet.read(new DataFiles(), REGISTER);

    @TestFactory
    Stream<DynamicTest> everyFileFindsItsExamples() {
        return files().flatMap(file -> file.examples().match().stream()
                .map(text -> dynamicTest(
                        file.type() + " is found in: " + text,
                        () -> assertTrue(
                                RULES.read(input(null, text)).gives(file.type()),
                                () -> "found instead: " + ids(input(null, text))))));
    }

    @TestFactory
    Stream<DynamicTest> noFileFindsItsCounterexamples() {
        return files().flatMap(file -> file.examples().reject().stream()
                .map(text -> dynamicTest(
                        file.type() + " is not found in: " + text,
                        () -> assertFalse(RULES.read(input(null, text)).gives(file.type())))));
    }

    @Test
    void evidenceIsTheExactWords() {
        String text = "\ud83d\ude80 4.2 For clarity, you may not use outputs to train competing models. That is all.";
        RuleResult.Finding type = RULES.read(input(null, text)).decided().get(0);
        assertEquals("non-compete", type.type());
        var span = type.matches().get(0);
        assertEquals("may not use outputs to train competing", TextFormat.slice(text, span.start(), span.end()));
        assertTrue(span.decidedBy().startsWith("non-compete/"), span.decidedBy());
    }

    @Test
    void theIntroductionOfAListCountsAndTheEvidenceStaysInTheItem() {
        String item = "- reverse engineer or decompile the software";
        assertFalse(ids(input(null, item)).contains("copying-or-extraction"));
        RuleResult.Finding type =
                RULES.read(input("Customer shall not:", item)).decided().get(0);
        assertEquals("copying-or-extraction", type.type());
        var span = type.matches().get(0);
        assertTrue(TextFormat.slice(item, span.start(), span.end()).startsWith("reverse engineer"));
    }

    @Test
    void aProvisionHasAtMostThreeTypes() {
        String text =
                "You may not scrape the site. You may not use outputs to train competing models. We may change these terms"
                        + " at any time without notice. All fees are non-refundable. Any dispute is settled by binding arbitration."
                        + " Our total liability shall not exceed the fees you paid. You will indemnify us.";
        assertEquals(3, RULES.read(input(null, text)).decided().size());
    }

    @Test
    void theSameProvisionGivesTheSameAnswer() {
        ProvisionInput input = input(null, "We may change these terms at any time without notice.");
        assertEquals(RULES.read(input), RuleSet.read(new DataFiles(), REGISTER).read(input));
    }

    @Test
    void furnitureHasNoType() {
        for (String text :
                List.of("Last updated: 3 May 2026", "See our Privacy Policy.", "", "Table of contents", "1.2")) {
            assertEquals(List.of(), ids(input(null, text)), text);
        }
    }

    @Test
    void aRuleWithoutPhrasesIsRefused() {
        RuleFile.Spec empty = new RuleFile.Spec("r", 0.9, null, null, null, null, null, null, null, null, null);
        RuleFile file =
                new RuleFile("t", 1, 1, null, null, List.of(empty), null, new RuleFile.Examples(List.of(), List.of()));
        RuleFile.Vocabulary none = new RuleFile.Vocabulary(Map.of(), Map.of());
        assertThrows(IllegalArgumentException.class, () -> RuleSet.of(none, List.of(file)));
    }

    @Test
    void aVetoHoldsUnlessACertainRuleDoes() {
        RuleResult nearMiss = parrots("We sell parrots of brass.");
        assertTrue(nearMiss.decidesFor("parrots"));
        assertFalse(nearMiss.gives("parrots"));
        assertTrue(parrots("We sell parrots.").gives("parrots"));
        assertTrue(parrots("We sell live parrots and parrots of brass.").gives("parrots"));
    }

    @Test
    void onlyARuleMarkedCertainMakesATypeCertain() {
        assertEquals(List.of(), parrots("We sell parrots.").certain());
        RuleResult.Finding certain = parrots("We sell live parrots.").certain().get(0);
        assertEquals("parrots", certain.type());
        assertTrue(certain.confidence() > 0.9, "both rules together: " + certain.confidence());
    }

    /** What three rules say: parrots are likely, live ones certain, and parrots of brass a near miss. */
    private static RuleResult parrots(String text) {
        RuleFile file = new RuleFile(
                "parrots",
                1,
                1,
                null,
                null,
                List.of(rule("likely", 0.6, "parrots", null), rule("live", 0.9, "live parrots", true)),
                List.of(rule("brass", 0, "of brass", null)),
                new RuleFile.Examples(List.of(), List.of()));
        return RuleSet.of(new RuleFile.Vocabulary(Map.of(), Map.of()), List.of(file))
                .read(input(null, text));
    }

    private static RuleFile.Spec rule(String id, double weight, String phrase, @Nullable Boolean certain) {
        return new RuleFile.Spec(id, weight, List.of(phrase), null, null, null, null, null, null, null, certain);
    }

    private static Stream<RuleFile> files() {
        return REGISTER.types().stream().map(type -> RuleSet.readFile(new DataFiles(), type.id()));
    }

    private static List<String> ids(ProvisionInput input) {
        return RULES.read(input).decided().stream()
                .map(RuleResult.Finding::type)
                .toList();
    }

    private static ProvisionInput input(@Nullable String intro, String text) {
        return new ProvisionInput("Terms of Service", List.of(), intro, text);
    }
}
