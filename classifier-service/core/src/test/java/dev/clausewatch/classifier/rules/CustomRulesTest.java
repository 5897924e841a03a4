package dev.clausewatch.classifier.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomRulesTest {

    private static final String OWN = """
            type: trackers
            rules:
              - id: crumbs
                weight: 0.9
                any: [drop* ..3 crumb*]
            examples:
              match: [We drop tiny crumbs on your machine.]
              reject: [We bake bread.]
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void areAddedToTheShippedOnesAndSpeakForThemselves() throws IOException {
        write("trackers.yaml", OWN);
        Classifier classifier = Classifier.shipped(folder, null);
        List<ProvisionType> types = classifier
                .types()
                .types(
                        new ProvisionInput("Terms of Service", List.of(), null, "We drop tiny crumbs on your machine."),
                        Side.AFTER);
        assertEquals("trackers", types.get(0).id());
        assertEquals("trackers/crumbs", types.get(0).evidence().get(0).decidedBy());
        assertFalse(classifier.ruleset().equals(Classifier.shipped().ruleset()));
        assertEquals(List.of(), broken());
    }

    @Test
    void takeTheShippedVetoOfTheSameIdAway() throws IOException {
        String clause = "Each party complies with all laws, such as tax, export and data protection laws.";
        write("trade-sanctions.yaml", """
                type: trade-sanctions
                rules:
                  - id: export-laws
                    weight: 0.9
                    any: [export ..3 laws]
                examples:
                  match: []
                  reject: []
                """);
        assertFalse(given(clause).contains("trade-sanctions"));
        write("trade-sanctions.yaml", """
                type: trade-sanctions
                rules:
                  - id: export-laws
                    weight: 0.9
                    any: [export ..3 laws]
                vetoes:
                  - id: laws-as-examples
                    any: [export of parrots]
                examples:
                  match: []
                  reject: []
                """);
        assertTrue(given(clause).contains("trade-sanctions"));
    }

    private List<String> given(String clause) {
        return Classifier.shipped(folder, null)
                .types()
                .types(new ProvisionInput("Terms of Service", List.of(), null, clause), Side.AFTER)
                .stream()
                .map(ProvisionType::id)
                .toList();
    }

    @Test
    void sayWhichExamplesTheyDoNotKeep() throws IOException {
        write("trackers.yaml", OWN.replace("We bake bread.", "They drop crumbs."));
        assertEquals(List.of("trackers is found in: They drop crumbs."), broken());
    }

    @ParameterizedTest
    @CsvSource({
        "type: trackers, type: no-such-type, type is no-such-type",
        "weight: 0.9, weight: 7, weight between 0 and 1",
        "drop* ..3 crumb*, DROP, lower-case words",
        "drop* ..3 crumb*, drop* ..31 crumb*, A gap has at most 30 words",
        "examples:, exampels:, line 9",
        "weight: 0.9, weight: nine, line 4",
    })
    void nameFileAndReasonWhenTheyCannotBeUsed(String there, String instead, String reason) throws IOException {
        write("own.yaml", OWN.replace(there, instead));
        String message =
                String.valueOf(assertThrows(IllegalStateException.class, () -> Classifier.shipped(folder, null))
                        .getMessage());
        assertTrue(message.contains("own.yaml"), message);
        assertTrue(message.contains(reason), message);
    }

    @Test
    void cannotKeepTheServiceBusy() throws IOException {
        write(
                "trackers.yaml",
                OWN.replace(
                        "any: [drop* ..3 crumb*]", "within: PROVISION\n    all: [[the], [the, the ..30 the], [a]]"));
        Register register = Register.read(new DataFiles());
        RuleSet rules = RuleSet.read(new DataFiles(), register, folder);
        ProvisionInput hostile =
                new ProvisionInput("Terms of Service", List.of(), null, "the ".repeat(Words.MAX_WORDS));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> rules.read(hostile));
    }

    private List<String> broken() {
        return RuleSet.brokenExamples(new DataFiles(), Register.read(new DataFiles()), folder);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
