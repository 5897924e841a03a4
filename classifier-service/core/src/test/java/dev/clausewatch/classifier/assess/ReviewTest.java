package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final Classifier CLASSIFIER = Classifier.shipped();
    private static final String RENEWS = "Your plan renews automatically each month until you cancel it.";

    @Test
    void aReviewersTypesReplaceThoseOfTheRulesAndAllElseFollows() {
        Classified classified = classify(RENEWS, new Review(List.of("non-compete"), Materiality.MATERIAL));
        ClassifiedProvision provision = classified.provisions().get(0);
        assertEquals(List.of("non-compete"), classified.meaning().types());
        assertEquals(CLASSIFIER.register().areasOf(List.of("non-compete")), provision.areas());
        assertEquals(List.of("eu-tfeu-101", "us-sherman-act"), provision.instruments());
        assertEquals(Severity.HIGH, classified.meaning().severity());
        ProvisionType type = provision.types().get(0);
        assertEquals(1, type.confidence());
        assertEquals(List.of(new EvidenceSpan(Side.AFTER, 0, RENEWS.length(), "reviewer")), type.evidence());
    }

    @Test
    void aTypeThatTheRulesFoundTooKeepsItsWords() {
        Classified machine = CLASSIFIER.classify(change(RENEWS), Materiality.MINOR);
        ProvisionType found = machine.provisions().get(0).types().get(0);
        Classified classified = classify(RENEWS, new Review(List.of(found.id()), null));
        assertEquals(
                found.evidence(), classified.provisions().get(0).types().get(0).evidence());
    }

    @Test
    void aReviewerMaySayThatThereIsNoType() {
        Classified classified = classify(RENEWS, new Review(List.of(), Materiality.EDITORIAL));
        assertEquals(List.of(), classified.meaning().types());
        assertEquals(List.of(), classified.meaning().areas());
        assertNull(classified.meaning().severity());
        assertEquals(Materiality.EDITORIAL, classified.meaning().materiality());
    }

    @Test
    void aReviewerCanReadWhatTheRulesCannot() {
        ChangeDetected german = Changes.change(
                ChangeKind.SUBSTANTIVE,
                true,
                Origin.LIVE,
                CaptureCause.SITE,
                "de",
                Changes.added("Die Gebühren werden unter keinen Umständen erstattet, auch nicht bei einer Kündigung."));
        assertEquals(
                Assessment.NOT_ASSESSED,
                CLASSIFIER
                        .classify(german, Materiality.MINOR)
                        .provisions()
                        .get(0)
                        .assessment());
        ClassifiedProvision provision = CLASSIFIER
                .classify(
                        german,
                        Materiality.MINOR,
                        Map.of("p1", new Review(List.of("fees-or-refunds"), null)),
                        ModelReadings.NONE)
                .provisions()
                .get(0);
        assertEquals(Assessment.ASSESSED, provision.assessment());
        assertNull(provision.note());
    }

    @Test
    void ofARemovedClauseTheOldWordsAreTheEvidence() {
        ChangeDetected change = Changes.change(Changes.removed(RENEWS));
        Classified classified = CLASSIFIER.classify(
                change, Materiality.MINOR, Map.of("p1", new Review(List.of("non-compete"), null)), ModelReadings.NONE);
        assertEquals(
                Side.BEFORE,
                classified.provisions().get(0).types().get(0).evidence().get(0).side());
    }

    @Test
    void otherProvisionsAreLeftToTheRules() {
        assertEquals(
                CLASSIFIER.classify(change(RENEWS), Materiality.MINOR),
                CLASSIFIER.classify(
                        change(RENEWS),
                        Materiality.MINOR,
                        Map.of("another", new Review(List.of(), null)),
                        ModelReadings.NONE));
    }

    private static Classified classify(String text, Review review) {
        return CLASSIFIER.classify(change(text), Materiality.MINOR, Map.of("p1", review), ModelReadings.NONE);
    }

    private static ChangeDetected change(String text) {
        return Changes.change(Changes.added(text));
    }
}
