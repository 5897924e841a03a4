package dev.clausewatch.classifier.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Limits;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.TouchedProvision;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

    private static final Classifier CLASSIFIER = Classifier.shipped();
    private static final String NON_COMPETE = "You may not use outputs to build competing models.";

    @Test
    void findsANewBanOnCompetingModels() {
        ClassifiedProvision provision = assess(Changes.added(NON_COMPETE));
        assertEquals("non-compete", provision.types().get(0).id());
        assertTrue(
                provision.areas().containsAll(List.of("eu-competition", "ftc-section-5", "trade-secret", "copyright")));
        assertEquals(Materiality.MATERIAL, provision.materiality());
        assertEquals(Severity.HIGH, provision.severity());
        assertEquals("Adds: \u201cYou may not use outputs to build competing models\u201d.", provision.sentence());
    }

    @Test
    void givesItsReasonsAsSentencesThatQuoteTheClause() {
        String reason = assess(Changes.added(NON_COMPETE)).severityReasons().getFirst();
        assertTrue(reason.contains(" takes away a right or a remedy, or leaves a large exposure: \u201c"), reason);
        String quoted = reason.substring(reason.lastIndexOf('\u201c') + 1, reason.lastIndexOf('\u201d'));
        assertTrue(NON_COMPETE.contains(quoted) && quoted.contains("compet"), reason);
    }

    @Test
    void findsAnOptOutThatIsGone() {
        ClassifiedProvision provision = assess(Changes.edited(
                "We may use your content to train our models. You can opt out in your settings at any time.",
                "We may use your content to train our models."));
        assertEquals("ai-training", ids(provision).getFirst());
        assertTrue(
                provision.areas().containsAll(List.of("eu-ai-act", "copyright", "data-protection", "ftc-section-5")));
        assertEquals(Materiality.MATERIAL, provision.materiality());
        assertEquals(Severity.HIGH, provision.severity());
        assertEquals(List.of("A choice against it is gone: \u201copt out\u201d."), provision.severityReasons());
        assertEquals("Removes \u201cYou can opt out in your settings at any time\u201d.", provision.sentence());
    }

    @Test
    void findsANewParityClause() {
        ClassifiedProvision provision = assess(Changes.edited(
                "You may also sell your goods through other shops.",
                "You shall not sell your goods through any other shop or website at a lower price than here."));
        assertEquals("exclusivity-or-parity", ids(provision).getFirst());
        assertEquals(Severity.HIGH, provision.severity());
    }

    @Test
    void findsANewDutyToLabelGeneratedImages() {
        ClassifiedProvision provision = assess(Changes.added(
                "Builders must label images that their apps generate as made by AI and keep the watermark in them."));
        assertEquals(List.of("ai-transparency"), ids(provision));
        assertEquals(List.of("eu-ai-act"), provision.areas());
    }

    @Test
    void findsAClauseThatAllowsSilentChanges() {
        ClassifiedProvision provision = assess(Changes.edited(
                "We announce every change to these terms by e-mail at least 30 days before it takes effect.",
                "We may revise these terms at any time without notice."));
        assertEquals(List.of("unilateral-change"), ids(provision));
        assertEquals(List.of("ftc-section-5", "consumer-contract"), provision.areas());
        assertEquals(Severity.HIGH, provision.severity());
    }

    @Test
    void aTypeThatTheEditTookAwayIsStillTheChangesType() {
        ClassifiedProvision provision = assess(Changes.edited(
                "You must pay all fees within ten days. Any dispute is settled by binding arbitration.",
                "You must pay all fees within ten days."));
        ProvisionType gone = provision.types().stream()
                .filter(type -> type.id().equals("dispute-resolution"))
                .findFirst()
                .orElseThrow();
        assertEquals(Side.BEFORE, gone.evidence().get(0).side());
    }

    @Test
    void aChangedPeriodIsMaterial() {
        ClassifiedProvision provision = assess(Changes.edited(
                "We may change these terms on 30 days' notice.", "We may change these terms on 10 days' notice."));
        assertEquals(Materiality.MATERIAL, provision.materiality());
        assertEquals("Changes \u201c30 days'\u201d to \u201c10 days'\u201d.", provision.sentence());
    }

    @Test
    void aChangedDateIsEditorial() {
        assertEquals(
                Materiality.EDITORIAL,
                assess(Changes.edited("Last updated: 3 May 2026", "Last updated: 1 November 2026"))
                        .materiality());
        assertEquals(
                Materiality.EDITORIAL,
                assess(Changes.edited("4.2 We may change these terms.", "4.3 We may change these terms."))
                        .materiality());
    }

    @Test
    void aMovedClauseIsEditorial() {
        ClassifiedProvision provision = assess(Changes.touched(ProvisionChange.MOVED, NON_COMPETE, NON_COMPETE));
        assertEquals(Materiality.EDITORIAL, provision.materiality());
        assertEquals("Moves this clause; its words stay.", provision.sentence());
    }

    @Test
    void anotherNameIsMinor() {
        assertEquals(
                Materiality.MINOR,
                assess(Changes.edited(
                                "You can reach the support team of Nimbus Limited under the menu.",
                                "You can reach the support team of Cumulus Limited under the menu."))
                        .materiality());
    }

    @Test
    void aNegationIsMaterial() {
        assertEquals(
                Materiality.MATERIAL,
                assess(Changes.edited("We sell your personal data.", "We do not sell your personal data."))
                        .materiality());
    }

    @Test
    void aBanThatComesIsWorseAndOneThatGoesIsBetterAndAsMuchHangsOnBoth() {
        ClassifiedProvision come = assess(Changes.added(NON_COMPETE));
        ClassifiedProvision gone = assess(Changes.removed(NON_COMPETE));
        assertEquals(Direction.WORSE, difference(come).direction());
        assertEquals(Direction.BETTER, difference(gone).direction());
        assertEquals(List.of(Severity.HIGH, Severity.HIGH), List.of(severity(come), severity(gone)));
    }

    @Test
    void noticeThatGoesMakesWorse() {
        assertEquals(
                Severity.HIGH,
                assess(Changes.edited(
                                "We may change these terms with 30 days' notice to you.",
                                "We may change these terms without notice."))
                        .severity());
    }

    @Test
    void otherLanguagesAreMarkedAndPassEveryThreshold() {
        ChangeDetected change = Changes.change(
                ChangeKind.SUBSTANTIVE,
                true,
                Origin.LIVE,
                CaptureCause.SITE,
                "de",
                Changes.added("Sie dürfen keine konkurrierenden Modelle bauen."));
        Classified classified = CLASSIFIER.classify(change, Materiality.MATERIAL);
        ClassifiedProvision provision = classified.provisions().get(0);
        assertEquals(Assessment.NOT_ASSESSED, provision.assessment());
        assertNotNull(provision.note());
        assertTrue(provision.types().isEmpty());
        assertTrue(classified.meaning().alert());
        assertEquals("not-assessed", classified.meaning().alertReason());
    }

    @Test
    void claimsNoCaptureOfAnImportedSuspectText() {
        TouchedProvision touched = Changes.added(NON_COMPETE);
        String live = CLASSIFIER
                .classify(
                        Changes.change(ChangeKind.SUSPECT, true, Origin.LIVE, CaptureCause.SITE, "en", touched),
                        Materiality.MINOR)
                .meaning()
                .summary();
        String imported = CLASSIFIER
                .classify(
                        Changes.change(ChangeKind.SUSPECT, false, Origin.IMPORT, CaptureCause.SITE, "en", touched),
                        Materiality.MINOR)
                .meaning()
                .summary();
        assertTrue(live.contains(" may not have been captured well: "), live);
        assertTrue(imported.contains(" may not be whole in the archive it was imported from: "), imported);
    }

    @Test
    void alertsOnlyWhatIsAllowedAndMattersEnough() {
        assertEquals("material-change", reason(Changes.change(Changes.added(NON_COMPETE))));
        assertEquals(
                "below-threshold",
                reason(Changes.change(Changes.edited("Last updated: 3 May 2026", "Last updated: 4 May 2026"))));
        TouchedProvision touched = Changes.added(NON_COMPETE);
        assertEquals(
                "not-alertable",
                reason(Changes.change(ChangeKind.SUBSTANTIVE, false, Origin.LIVE, CaptureCause.SITE, "en", touched)));
        assertEquals(
                "not-alertable",
                reason(Changes.change(ChangeKind.SUBSTANTIVE, true, Origin.IMPORT, CaptureCause.SITE, "en", touched)));
        assertEquals(
                "not-alertable",
                reason(Changes.change(
                        ChangeKind.SUBSTANTIVE, true, Origin.LIVE, CaptureCause.EXTRACTOR_UPGRADE, "en", touched)));
        assertEquals(
                "not-alertable",
                reason(Changes.change(ChangeKind.UNKNOWN, true, Origin.LIVE, CaptureCause.SITE, "en", touched)));
    }

    @Test
    void theTypesOfAChangeAreThoseOfTheProvisionsThatMatter() {
        Classified classified = CLASSIFIER.classify(
                Changes.change(
                        Changes.added(NON_COMPETE),
                        Changes.touched(
                                ProvisionChange.MOVED,
                                "These terms are governed by the laws of Ireland.",
                                "These terms are governed by the laws of Ireland.")),
                Materiality.MINOR);
        assertEquals(List.of("non-compete"), classified.meaning().types());
        assertEquals(2, classified.provisions().size());
        assertEquals(Severity.HIGH, classified.meaning().severity());
        assertEquals(
                "Nimbus Chat, Terms of Service changed: 1 provision changed, 1 added. Users may not use outputs to build"
                        + " competing models.",
                classified.meaning().summary());
        assertEquals(
                "Nimbus Chat: users may not use outputs to build competing models",
                classified.meaning().headline());
    }

    @Test
    void whatChangedInFormOnlyHasNoSeverityAndSaysSo() {
        TouchedProvision spelling = Changes.edited(
                "You agree to binding arbitration and waive your right to a jury\u2019s verdict.",
                "You agree to binding arbitration and waive your right to a jurys verdict.");
        for (ChangeKind kind : List.of(ChangeKind.SUBSTANTIVE, ChangeKind.EDITORIAL, ChangeKind.REVERTED)) {
            Classified classified = classify(kind, spelling);
            ClassifiedProvision provision = classified.provisions().get(0);
            assertEquals(Materiality.EDITORIAL, provision.materiality());
            assertNull(provision.severity());
            assertEquals(List.of(), provision.severityReasons());
            assertNull(classified.meaning().severity());
            assertTrue(
                    classified.meaning().summary().contains("in form only: 1 provision changed."),
                    classified.meaning()::summary);
            assertTrue(classified.meaning().summary().endsWith("1 provision changed."), classified.meaning()::summary);
        }
    }

    @Test
    void aClauseThatChangedItsDateOnlySaysThatTheFormChanged() {
        assertEquals(
                "Only the form changed. Changes \u201c3 May 2026\u201d to \u201c4 June 2026\u201d.",
                assess(Changes.edited("Last updated: 3 May 2026", "Last updated: 4 June 2026"))
                        .sentence());
    }

    @Test
    void anotherReadingOfThePageHasNoSeverity() {
        Classified classified = classify(ChangeKind.TECHNICAL, Changes.added(NON_COMPETE));
        ClassifiedProvision provision = classified.provisions().get(0);
        assertNull(provision.severity());
        assertNull(classified.meaning().severity());
        assertEquals(
                "Only the reading changed. Adds: \u201cYou may not use outputs to build competing models\u201d.",
                provision.sentence());
        assertEquals(
                "Nimbus Chat, Terms of Service is read differently; the page is not known to have changed.",
                classified.meaning().summary());
    }

    @Test
    void wordsThatCameWithAnotherReadingAreAssessed() {
        Classified classified = CLASSIFIER.classify(
                Changes.signalled(
                        ChangeKind.TECHNICAL, new Signal("may-be-new", "May be new."), Changes.added(NON_COMPETE)),
                Materiality.MINOR);
        assertEquals(Materiality.MATERIAL, classified.meaning().materiality());
        assertNotNull(classified.meaning().severity());
        String summary = classified.meaning().summary();
        assertTrue(
                summary.startsWith(
                        "Nimbus Chat, Terms of Service is read differently, and what came with it may be new:"
                                + " 1 provision added. Users may not use outputs to build competing models."),
                summary);
    }

    @Test
    void theFirstCaptureAfterAnImportMayHideAChange() {
        String detail =
                "First capture of ours after the archive's version of 2025-03-01: what differs may be a change.";
        Classified classified = CLASSIFIER.classify(
                Changes.signalled(
                        ChangeKind.TECHNICAL,
                        new Signal("first-live-after-import", detail),
                        Changes.added("We sell your personal data.")),
                Materiality.MINOR);
        assertEquals(
                "Nimbus Chat, Terms of Service: " + detail, classified.meaning().summary());
        assertEquals(
                "Differs from the archive's version. Adds: \u201cWe sell your personal data\u201d.",
                classified.provisions().getFirst().sentence());
        assertFalse(classified.meaning().alert());
    }

    @Test
    void otherWordsThatMatterLittleAreNoChangeOfForm() {
        Classified classified =
                CLASSIFIER.classify(Changes.change(Changes.added("Last updated: 3 May 2026")), Materiality.MINOR);
        assertEquals(Materiality.EDITORIAL, classified.meaning().materiality());
        assertEquals(
                "Nimbus Chat, Terms of Service changed: 1 provision added. Adds: \u201cLast updated: 3 May 2026\u201d."
                        + " Judged to matter little.",
                classified.meaning().summary());
        String navigation = classify(ChangeKind.EDITORIAL, Changes.added("Last updated: 3 May 2026"))
                .meaning()
                .summary();
        assertFalse(navigation.contains("form"), navigation);
    }

    @Test
    void whatStandsOnBothSidesOfAHugeEditIsNotToldAsGone() {
        String before = "You may not use outputs to build competing models within 30 days. ".repeat(1_900);
        String headline = CLASSIFIER
                .classify(Changes.change(Changes.edited(before, before.replace("30", "14"))), Materiality.MINOR)
                .meaning()
                .headline();
        assertTrue(headline == null || !headline.contains("no longer"), headline);
    }

    @Test
    void theSummaryTellsTheWordsThatChanged() {
        String summary = CLASSIFIER
                .classify(
                        Changes.change(Changes.edited(
                                "We may use your content to train our models. Disputes are settled by binding"
                                        + " arbitration.",
                                "We may use your content to train our models. Disputes are settled by the"
                                        + " courts of Ireland.")),
                        Materiality.MINOR)
                .meaning()
                .summary();
        assertTrue(
                summary.contains("\u201cthe courts of Ireland\u201d instead of \u201cbinding arbitration\u201d"),
                summary);
        assertFalse(summary.contains("train"), summary);
    }

    @Test
    void aHeadingThatSaysSomethingElseIsToldLikeAClause() {
        ClassifiedProvision heading = assess(Changes.edited("7. Optional arbitration", "7. Mandatory arbitration"));
        assertEquals(
                "Changes \u201cOptional arbitration\u201d to \u201cMandatory arbitration\u201d.", heading.sentence());
        assertTrue(heading.materiality().compareTo(Materiality.MINOR) >= 0, heading::toString);
    }

    @Test
    void aHeadingThatGivesARightIsToldThoughNothingStandsBelowIt() {
        assertTrue(assess(Changes.added("We May Sell Your Personal Data"))
                        .materiality()
                        .compareTo(Materiality.MINOR)
                >= 0);
        assertEquals(
                Materiality.EDITORIAL,
                assess(Changes.added("Your Personal Data")).materiality());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Updated over 2 weeks ago | Updated over 3 weeks ago
        Last updated: 2 days ago | Last updated: 3 days ago
        [Information We Collect](#collect) | [Information We Gather](#gather)
        """)
    void theAgeOfAPageAndItsContentsMatterLittle(String before, String after) {
        assertEquals(
                Materiality.EDITORIAL, assess(Changes.edited(before, after)).materiality());
    }

    @Test
    void struckOutWordsAreGone() {
        ClassifiedProvision provision = assess(Changes.edited(
                "We never sell your personal data to others.", "We ~~never~~ sell your personal data to others."));
        assertEquals("Removes \u201cnever\u201d.", provision.sentence());
        String struck = "We host your files. ~~" + NON_COMPETE + "~~";
        assertEquals(List.of(), ids(assess(Changes.added(struck))));
    }

    @Test
    void aReturnThatChangesTheWordsKeepsItsSeverity() {
        assertEquals(
                Severity.HIGH,
                classify(ChangeKind.REVERTED, Changes.added(NON_COMPETE))
                        .meaning()
                        .severity());
    }

    @Test
    void aBaselineHasNothingToSay() {
        Classified classified = CLASSIFIER.classify(
                Changes.change(ChangeKind.BASELINE, false, Origin.LIVE, CaptureCause.SITE, "en"), Materiality.MINOR);
        assertTrue(classified.provisions().isEmpty());
        assertNull(classified.meaning().severity());
        assertEquals(Materiality.EDITORIAL, classified.meaning().materiality());
        assertEquals(
                "Nimbus Chat, Terms of Service: first version, with 0 provisions.",
                classified.meaning().summary());
    }

    @Test
    void noTextKeepsItBusy() {
        for (String seed : List.of(
                "may not scrape. ", "[", "](", ". ", ",", "a.", "train our models ", "](x)[", "1", "You grant ")) {
            String text = seed.repeat(Limits.TEXT_BYTES / seed.length());
            assertTimeout(Duration.ofSeconds(15), () -> assess(Changes.edited(text, "We agree. " + text + "a")), seed);
        }
    }

    private static Classified classify(ChangeKind kind, TouchedProvision touched) {
        return CLASSIFIER.classify(
                Changes.change(kind, false, Origin.LIVE, CaptureCause.SITE, "en", touched), Materiality.MINOR);
    }

    private static String reason(ChangeDetected change) {
        return CLASSIFIER.classify(change, Materiality.MINOR).meaning().alertReason();
    }

    private static ClassifiedProvision assess(TouchedProvision touched) {
        return CLASSIFIER.assess(Changes.document("en"), touched);
    }

    private static List<String> ids(ClassifiedProvision provision) {
        return provision.types().stream().map(ProvisionType::id).toList();
    }

    private static Difference difference(ClassifiedProvision provision) {
        return Objects.requireNonNull(provision.difference());
    }

    private static Severity severity(ClassifiedProvision provision) {
        return Objects.requireNonNull(provision.severity());
    }
}
