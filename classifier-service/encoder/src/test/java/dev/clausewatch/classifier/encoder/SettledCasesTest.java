package dev.clausewatch.classifier.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.assess.TypeClassifier;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the taxonomy settles, clause by clause, with everything that ships: {@code settled-cases.yaml}. */
class SettledCasesTest {

    private static final List<Settled> SETTLED = new DataFiles().read("/settled-cases.yaml", new TypeReference<>() {});
    private static final OnnxEncoder ENCODER = OnnxEncoder.shipped().orElseThrow();
    private static final TypeClassifier CLASSIFIER =
            Classifier.shipped(null, ENCODER).types();

    /** A sentence of the taxonomy. */
    record Settled(String sentence, List<Case> cases) {}

    /** A clause with exactly its types; {@code knownFailing} is what the classifier says instead. */
    record Case(
            String document,
            String heading,
            @Nullable String intro,
            String text,
            Set<String> types,
            @JsonProperty("known-failing") @Nullable Set<String> knownFailing) {

        Set<String> given() {
            List<String> headings = heading.isEmpty() ? List.of() : List.of(heading);
            return CLASSIFIER.types(new ProvisionInput(document, headings, intro, text), Side.AFTER).stream()
                    .map(ProvisionType::id)
                    .collect(Collectors.toSet());
        }
    }

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @TestFactory
    Stream<DynamicTest> clausesHaveExactlyTheTypesThatTheTaxonomySettles() {
        return cases().filter(one -> one.knownFailing() == null)
                .map(one -> dynamicTest(one.text(), () -> assertEquals(one.types(), one.given())));
    }

    /** Fails when a case passes, so that its mark goes. */
    @TestFactory
    Stream<DynamicTest> casesMarkedAsFailingStillFail() {
        return cases().filter(one -> one.knownFailing() != null)
                .map(one -> dynamicTest(one.text(), () -> {
                    assertNotEquals(one.types(), one.knownFailing());
                    assertEquals(one.knownFailing(), one.given());
                }));
    }

    @Test
    void everySentenceHasClausesAndNearMisses() {
        for (Settled settled : SETTLED) {
            assertTrue(settled.cases().size() >= 2, settled.sentence());
            assertTrue(
                    settled.cases().stream().map(Case::types).distinct().count() >= 2
                            || settled.cases().stream()
                                    .allMatch(one -> one.types().isEmpty()),
                    () -> settled.sentence() + " has no near miss");
        }
    }

    private static Stream<Case> cases() {
        return SETTLED.stream().flatMap(settled -> settled.cases().stream());
    }
}
