package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.diff.Texts;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeKindTest {

    private static final String A = """
            # Orbitra Terms

            Last updated: 3 March 2026

            ## 1. Use

            1.1 You may use the service for any lawful purpose, as [our policy](https://orbitra.example/policy) says.

            1.2 You may end your plan at any time and get back what you paid within 30 days.

            ## 2. Content

            2.1 You keep all rights in what you write, and we host it for you only.

            2.2 We tell you by e-mail before we change these terms, at least 30 days ahead.
            """;

    private static final String B = A.replace("within 30 days", "within 14 days");
    private static final String C = A.replace("for you only", "for you and our partners");

    private final Story story = new Story();

    @Test
    void theFirstVersionIsABaselineWithAllItsProvisions() {
        ChangeDetected change = story.captured(A);
        assertEquals("BASELINE silent baseline SETTLED", Story.summary(change));
        assertNull(change.from());
        assertEquals(5, change.provisions().size());
        assertEquals(List.of(), change.touched());
        assertTrue(Story.hasSignal(change, "first-version"));
    }

    @Test
    void otherWordsAreSubstantiveAndShowTheProvisionOnly() {
        ChangeDetected first = story.captured(A);
        ChangeDetected change = story.captured(B.replace("3 March", "4 April"));
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(change));
        assertEquals(1, change.touched().size());
        TouchedProvision touched = change.touched().getFirst();
        assertEquals(Set.of(ProvisionChange.EDITED), touched.what());
        assertEquals(first.provisions().get(2).id(), touched.provisionId());
        assertEquals(4, touched.diff().size());
        assertTrue(Story.hasSignal(change, "substantive-words"));
    }

    @Test
    void aNewAndAMissingProvisionAreSubstantive() {
        story.captured(A);
        ChangeDetected added = story.captured(A + "\n2.3 You may not train models with what the service says.\n");
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(added));
        assertEquals(Set.of(ProvisionChange.ADDED), added.touched().getFirst().what());
        ChangeDetected removed = story.captured(
                A.replace("2.2 We tell you by e-mail before we change these terms, at least 30 days ahead.\n", ""));
        assertEquals(
                Set.of(ProvisionChange.REMOVED), removed.touched().getLast().what());
    }

    @Test
    void aClauseThatIsRewrittenUnderItsNumberIsEdited() {
        ChangeDetected first = story.captured(A);
        ChangeDetected change = story.captured(A.replace(
                "1.2 You may end your plan at any time and get back what you paid within 30 days.",
                "1.2 Nobody gets refunds here."));
        assertEquals(1, change.touched().size());
        assertEquals(Set.of(ProvisionChange.EDITED), change.touched().getFirst().what());
        assertEquals(first.provisions().get(2).id(), change.touched().getFirst().provisionId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "3 March 2026 # 9 May 2026 # dates-only",
                "orbitra.example/policy # orbitra.example/en/policy # link-targets-only",
                "[our policy](https://orbitra.example/policy) # our policy # markup-only",
                "any time and # ANY TIME, and # typography-only",
                "1.2 You # 1.3 You # renumbering-only",
            })
    void cosmeticDifferencesAreEditorialAndSilent(String before, String after, String signal) {
        story.captured(A);
        ChangeDetected change = story.captured(A.replace(before, after));
        assertEquals("EDITORIAL silent editorial SETTLED", Story.summary(change));
        assertEquals(
                List.of(signal),
                change.verdict().signals().stream().map(s -> s.id()).toList());
        assertEquals(1, change.touched().size());
    }

    @Test
    void aReferenceThatFollowsARenumberingIsNoEdit() {
        String before = "1. Scope of it all.\n\n2. Fees are due at once.\n\n3. See Section 2 for fees.\n";
        story.captured(before);
        ChangeDetected change =
                story.captured("1. Scope of it all.\n\n4. Fees are due at once.\n\n5. See Section 4 for fees.\n");
        assertTrue(Story.isSilentEditorial(change));
        assertTrue(change.touched().stream().allMatch(t -> t.what().equals(Set.of(ProvisionChange.RENUMBERED))));
    }

    @Test
    void aReturnIsSilentAndUndoesTheChangesSince() {
        ChangeDetected first = story.captured(A);
        ChangeDetected second = story.captured(B);
        ChangeDetected third = story.captured(C);
        ChangeDetected back = story.captured(A);
        assertEquals("REVERTED silent return SETTLED", Story.summary(back));
        assertEquals(first.to(), back.verdict().returnsTo());
        assertEquals(
                List.of(second.changeId(), third.changeId()), back.verdict().reverts());
        assertEquals(first.provisions(), back.provisions());
    }

    @Test
    void aReturnButForItsDateIsAReturn() {
        story.captured(A);
        story.captured(B);
        assertEquals("REVERTED silent return SETTLED", Story.summary(story.captured(A.replace("3 March", "9 May"))));
    }

    @Test
    void aReturnAfterSevenDaysIsAWithdrawalThatIsTold() {
        story.captured(A);
        story.captured(B);
        story.captured(B.replace("3 March", "9 May"));
        ChangeDetected back = story.later(Duration.ofDays(6)).captured(A);
        assertEquals("REVERTED alertable withdrawal SETTLED", Story.summary(back));
        assertEquals(List.of(), back.verdict().reverts());
        assertNotNull(back.verdict().returnsTo());
    }

    @Test
    void aReturnFromACosmeticVersionIsSilentHoweverLongItStood() {
        story.captured(A);
        story.captured(A.replace("orbitra.example/policy", "orbitra.example/en/policy"));
        ChangeDetected back = story.later(Duration.ofDays(60)).captured(A);
        assertEquals("REVERTED silent return SETTLED", Story.summary(back));
    }

    @Test
    void aTextThatComesAgainAfterItWasTakenBackHasToStandFirst() {
        story.captured(A);
        ChangeDetected announced = story.captured(B);
        ChangeDetected taken = story.captured(A);
        VersionRef held = taken.to();
        ChangeDetected again = story.captured(B);
        assertEquals("REVERTED silent flapping PENDING", Story.summary(again));
        assertEquals(List.of(taken.changeId()), again.verdict().reverts());
        assertEquals(List.of(announced.changeId()), again.verdict().reinstates());
        ChangeDetected back = story.captured(A);
        assertEquals("REVERTED silent return SETTLED", Story.summary(back));
        assertEquals(held, back.verdict().returnsTo());
        assertEquals(List.of(again.changeId()), back.verdict().reverts());
    }

    @Test
    void aTextAfterOneThatNeverSettledIsComparedWithTheLastThatDid() {
        story.captured(A);
        story.captured(B);
        ChangeDetected held = story.captured(A);
        story.captured(B);
        ChangeDetected next = story.captured(B.replace("3 March", "9 May").replace("ahead", "before"));
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(next));
        assertEquals(held.to(), next.from());
        assertEquals(2, next.touched().size());
    }

    @Test
    void aCosmeticVersionOfATextThatWaitsLeavesItWaiting() {
        story.captured(A);
        story.captured(B);
        story.captured(A);
        ChangeDetected flapping = story.captured(B);
        ChangeDetected cosmetic = story.captured(B.replace("3 March", "9 May"));
        assertTrue(Story.isSilentEditorial(cosmetic));
        assertEquals(flapping.to(), cosmetic.from());
        assertEquals("REVERTED silent return SETTLED", Story.summary(story.captured(A)));
    }

    @Test
    void aSectionThatMovesWithItsNumbersIsMovedAndRenumbered() {
        story.captured("""
                ## 1. Scope

                1.1 This holds for all, see Section 2.1.

                1.2 It holds in all places.

                ## 2. Fees

                2.1 Fees are due at once.
                """);
        ChangeDetected change = story.captured("""
                ## 1. Fees

                1.1 Fees are due at once.

                ## 2. Scope

                2.1 This holds for all, see Section 1.1.

                2.2 It holds in all places.
                """);
        assertTrue(Story.isSilentEditorial(change), change::toString);
        assertEquals(
                1,
                change.touched().stream()
                        .filter(t -> t.what().contains(ProvisionChange.MOVED))
                        .count());
        assertTrue(change.touched().stream().noneMatch(t -> t.what().contains(ProvisionChange.EDITED)));
    }

    @Test
    void aCollapseIsSuspectAndItsRecoverySilent() {
        String full = Texts.document(Texts.clauses(new Random(3), 30));
        ChangeDetected first = story.captured(full);
        ChangeDetected collapsed = story.captured("# Terms\n\nPlease sign in to read this page.\n");
        assertEquals("SUSPECT alertable suspect PENDING", Story.summary(collapsed));
        assertTrue(Story.hasSignal(collapsed, "collapsed"));
        ChangeDetected recovered = story.later(Duration.ofDays(30)).captured(full);
        assertEquals("REVERTED silent return SETTLED", Story.summary(recovered));
        assertEquals(first.provisions(), recovered.provisions());
    }

    @Test
    void aRecoveryToAnEditedTextShowsTheEditOnly() {
        List<String> clauses = Texts.clauses(new Random(4), 30);
        ChangeDetected first = story.captured(Texts.document(clauses));
        story.captured("# Terms\n\nPlease sign in to read this page.\n");
        clauses.set(7, clauses.get(7) + " We may end this at any time.");
        ChangeDetected recovered = story.captured(Texts.document(clauses));
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(recovered));
        assertEquals(first.to(), recovered.from());
        assertEquals(1, recovered.touched().size());
    }

    @Test
    void anotherReadingOfThePageIsTechnical() {
        story.captured(A);
        ChangeDetected extractor = story.captured(B, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE);
        assertEquals("TECHNICAL silent technical SETTLED", Story.summary(extractor));
        assertTrue(Story.hasSignal(extractor, "extractor-upgrade"));
        ChangeDetected declaration = story.captured(C, Origin.LIVE, CaptureCause.DECLARATION_UPGRADE);
        assertTrue(Story.hasSignal(declaration, "declaration-upgrade"));
        ChangeDetected unknown = story.captured(A, Origin.LIVE, CaptureCause.UNKNOWN);
        assertEquals("TECHNICAL silent technical SETTLED", Story.summary(unknown));
    }

    @Test
    void importsAreSilentAndTheFirstLiveCaptureAfterThemIsTechnical() {
        story.captured(A, Origin.IMPORT, CaptureCause.SITE);
        ChangeDetected imported = story.captured(B, Origin.IMPORT, CaptureCause.SITE);
        assertEquals("SUBSTANTIVE silent imported SETTLED", Story.summary(imported));
        ChangeDetected live = story.captured(A, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE);
        assertEquals("TECHNICAL silent technical SETTLED", Story.summary(live));
        String said = live.verdict().signals().stream()
                .filter(signal -> signal.id().equals("first-live-after-import"))
                .map(Signal::detail)
                .findFirst()
                .orElse("");
        assertTrue(said.startsWith("First capture of ours after the archive's version of 20"), said);
        assertTrue(said.endsWith("may be the other way of reading or a change since then."), said);
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(story.captured(C)));
    }

    @Test
    void aChangeAfterTheImportedTextWasSeenLiveAlerts() {
        story.captured(A, Origin.IMPORT, CaptureCause.SITE);
        // The live text was the imported one: a verification, no snapshot; from then on the crawler blames the site.
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(story.captured(C)));
    }

    @Test
    void aDocumentWhereThereWasHardlyATextIsNoChange() {
        story.captured("Redirecting to terms.orbitra.example\n");
        String document = Texts.document(Texts.clauses(new Random(1), 60));
        ChangeDetected change = story.captured(document);
        assertEquals("TECHNICAL silent technical SETTLED", Story.summary(change));
        assertTrue(Story.hasSignal(change, "first-document"));
        assertEquals(
                "SUBSTANTIVE alertable substantive SETTLED",
                Story.summary(story.captured(document + "\nYou pay a fee of ten euros each month.\n")));
    }

    @Test
    void anotherRegionsSpellingIsSuspect() {
        String american = """
                You authorize us to organize and personalize the service.

                We recognize and analyze your behavior.

                The help center is open. You pay a fee of ten euros.
                """;
        String british = """
                You authorise us to organise and personalise the service.

                We recognise and analyse your behaviour.

                The help centre is open. You pay a fee of nine euros.
                """;
        story.captured(american);
        ChangeDetected change = story.captured(british);
        assertEquals("SUSPECT alertable suspect PENDING", Story.summary(change));
        assertTrue(Story.hasSignal(change, "another-region"));
    }

    @Test
    void aTranslationIsSuspect() {
        List<String> clauses = Texts.clauses(new Random(2), 30);
        story.captured(Texts.document(clauses));
        List<String> others = clauses.stream()
                .map(clause -> new StringBuilder(clause).reverse().toString())
                .toList();
        ChangeDetected change = story.captured(Texts.plain(others));
        assertEquals("SUSPECT alertable suspect PENDING", Story.summary(change));
        assertTrue(Story.hasSignal(change, "almost-nothing-in-common"));
    }

    @Test
    void aTextThatWasWrittenAnewSaysSo() {
        story.captured(Texts.document(Texts.clauses(new Random(3), 30)));
        ChangeDetected change = story.captured(Texts.document(Texts.clauses(new Random(4), 30)));
        assertEquals("SUBSTANTIVE alertable substantive SETTLED", Story.summary(change));
        assertTrue(Story.hasSignal(change, "near-total-rewrite"));
    }

    @Test
    void aSplitThatKeepsTheWordsIsEditorial() {
        story.captured("We host it all for you, day and night. You pay for what you use, at the end of a month.\n");
        ChangeDetected change = story.captured(
                "We host it all for you, day and night.\n\nYou pay for what you use, at the end of a month.\n");
        assertTrue(Story.isSilentEditorial(change));
        assertTrue(change.touched().stream().allMatch(t -> t.what().contains(ProvisionChange.SPLIT)));
        assertTrue(change.touched().stream().allMatch(t -> t.from().size() == 1));
    }

    @Test
    void theSameHistoryGivesTheSameDecision() {
        Story other = new Story();
        for (String text : List.of(A, B, A, B, C)) {
            assertEquals(story.captured(text), other.captured(text));
        }
    }
}
