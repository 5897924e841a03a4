package dev.clausewatch.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One page change followed through every event: the source of the contract's examples. */
final class ExampleStory {

    private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00.123456Z");
    private static final Instant SECOND = Instant.parse("2026-03-09T09:00:01.5Z");
    private static final String URL = "https://nimbus.example/legal/terms";
    private static final String OLD_CLAUSE = "4.2 You own the output that the service makes for you.";
    private static final String NEW_CLAUSE =
            "4.2 You own the output that the service makes for you, but you may not use it to train models that compete with ours.";
    private static final String OLD_TEXT = "# Terms of Service\n\n## 4. Output\n\n" + OLD_CLAUSE + "\n";
    private static final String NEW_TEXT = "# Terms of Service\n\n## 4. Output\n\n" + NEW_CLAUSE + "\n";
    private static final int CLAUSE_START = 34;

    private static final DocumentRef DOCUMENT = new DocumentRef(
            Ids.document("Nimbus Chat", "Terms of Service", null),
            "Nimbus Chat",
            "Terms of Service",
            "en",
            List.of("EU", "US"),
            URL,
            "ai-assistant");
    private static final List<Source> SOURCES =
            List.of(new Source(URL, List.of(Selector.css("main")), List.of(Selector.css(".share")), false, false));

    private static final VersionRef FROM = version(1, null, FIRST, OLD_TEXT);
    private static final VersionRef TO = version(2, FROM.snapshotId(), SECOND, NEW_TEXT);
    private static final ToolVersion EXTRACTOR = new ToolVersion("clausewatch-blocks", "1");
    private static final ToolVersion DIFFER = new ToolVersion("clausewatch-differ", "1");
    private static final ToolVersion SEGMENTER = new ToolVersion("clausewatch-provisions", "1");
    private static final ToolVersion RULESET = new ToolVersion("clausewatch-rules", "1");
    private static final String PROVISION = "6f1d2c3b4a5968778695a4b3c2d1e0f001122334";
    private static final String SUBSCRIPTION = "0b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8";

    private ExampleStory() {}

    static EventData of(EventType type) {
        return switch (type) {
            case DOCUMENT_REGISTERED ->
                new DocumentRegistered(DOCUMENT, SOURCES, "ai-assistant", Duration.ofHours(12), FIRST);
            case DOCUMENT_RETIRED ->
                new DocumentRetired(DOCUMENT, SOURCES, "ai-assistant", Duration.ofHours(12), SECOND);
            case SNAPSHOT_CAPTURED -> snapshot();
            case SNAPSHOT_VERIFIED ->
                new SnapshotVerified(
                        DOCUMENT, TO.snapshotId(), 2, TO.textHash(), Instant.parse("2026-03-11T09:00:03Z"), true);
            case CAPTURE_FAILED ->
                new CaptureFailed(
                        DOCUMENT,
                        "select-no-match",
                        "The selector \"main\" matches nothing on the page any more: look at the page and mend the declaration.",
                        URL,
                        200,
                        Ids.sha256("<html></html>"),
                        Instant.parse("2026-03-12T09:00:04Z"),
                        3,
                        Instant.parse("2026-03-12T09:20:04Z"));
            case SOURCE_DEGRADED ->
                new SourceDegraded(
                        DOCUMENT,
                        "select-no-match",
                        "The selector \"main\" matches nothing on the page any more: look at the page and mend the declaration.",
                        Instant.parse("2026-03-12T08:45:04Z"),
                        3,
                        Instant.parse("2026-03-12T09:20:04Z"));
            case SOURCE_RECOVERED ->
                new SourceRecovered(
                        DOCUMENT, Instant.parse("2026-03-12T08:45:04Z"), Instant.parse("2026-03-12T09:20:06Z"), 3);
            case CHANGE_DETECTED -> change();
            case CHANGE_SETTLED ->
                new ChangeSettled(
                        DOCUMENT,
                        change().changeId(),
                        SettlementOutcome.CONFIRMED,
                        Instant.parse("2026-03-11T09:00:03Z"),
                        TO.snapshotId(),
                        "The text was still there 48 hours after it appeared.");
            case CHANGE_CLASSIFIED -> classified();
            case VERSION_SEGMENTED ->
                new VersionSegmented(
                        DOCUMENT,
                        TO,
                        SEGMENTER,
                        Instant.parse("2026-03-09T09:00:02Z"),
                        List.of(new VersionSegmented.Provision(
                                PROVISION, wording().id())));
            case WORDING_ADDED -> new WordingAdded(DOCUMENT, List.of(wording()));
            case WORDING_ASSESSED -> assessed();
            case REGISTER_PUBLISHED -> register();
            case DELIVERY_SUCCEEDED -> new DeliverySucceeded(DOCUMENT, attempt(2, 204, null));
            case DELIVERY_FAILED ->
                new DeliveryFailed(DOCUMENT, attempt(1, null, "timeout"), Instant.parse("2026-03-09T09:00:12Z"));
            case DELIVERY_EXHAUSTED -> new DeliveryExhausted(DOCUMENT, attempt(10, 500, "http-status"));
        };
    }

    private static SnapshotCaptured snapshot() {
        String page = "<html><body><main>…</main></body></html>";
        return new SnapshotCaptured(
                DOCUMENT,
                TO.snapshotId(),
                2,
                FROM.snapshotId(),
                Origin.LIVE,
                CaptureCause.SITE,
                SECOND,
                NEW_TEXT,
                TO.textHash(),
                List.of(new RawCapture(
                        URL,
                        URL,
                        200,
                        "text/html",
                        Ids.sha256(page),
                        20_480,
                        Instant.parse("2026-03-09T09:00:01.25Z"),
                        "Chromium 156.0.8078.79")),
                EXTRACTOR);
    }

    private static ChangeDetected change() {
        int keptBefore = OLD_CLAUSE.length() - 1;
        int insertedEnd = NEW_CLAUSE.length() - 1;
        return new ChangeDetected(
                DOCUMENT,
                Ids.change(FROM.snapshotId(), TO.snapshotId(), DIFFER.version()),
                FROM,
                TO,
                ChangeVerdict.alerting(
                        ChangeKind.SUBSTANTIVE,
                        List.of(new Signal("substantive-words", "1 provision has other words.")),
                        "substantive"),
                new ChangeProvenance(
                        Origin.LIVE, CaptureCause.SITE, Instant.parse("2026-03-09T09:00:02Z"), DIFFER, SEGMENTER),
                List.of(new StatedDate(
                        StatedDate.Label.EFFECTIVE, "9 March 2026", LocalDate.parse("2026-03-09"), 44, 56)),
                List.of(new ProvisionRef(
                        PROVISION,
                        "4.2",
                        List.of("Terms of Service", "4. Output"),
                        CLAUSE_START,
                        CLAUSE_START + NEW_CLAUSE.length())),
                List.of(new TouchedProvision(
                        PROVISION,
                        Set.of(ProvisionChange.EDITED),
                        List.of(),
                        clause(OLD_CLAUSE),
                        clause(NEW_CLAUSE),
                        List.of(
                                new DiffRun(DiffOp.EQUAL, 0, keptBefore, 0, keptBefore),
                                new DiffRun(DiffOp.INSERT, keptBefore, keptBefore, keptBefore, insertedEnd),
                                new DiffRun(DiffOp.EQUAL, keptBefore, keptBefore + 1, insertedEnd, insertedEnd + 1)))));
    }

    private static ChangeClassified classified() {
        ChangeDetected change = change();
        int start = NEW_CLAUSE.indexOf("may not use");
        int end = NEW_CLAUSE.length() - 1;
        List<String> areas = List.of("copyright", "eu-competition", "ftc-section-5", "trade-secret");
        String sentence = "Adds: “but you may not use it to train models that compete with ours”.";
        return new ChangeClassified(
                DOCUMENT,
                new Classification(
                        Ids.classification(change.changeId(), RULESET.version(), 0),
                        0,
                        ClassificationCause.CHANGE,
                        RULESET,
                        Instant.parse("2026-03-09T09:00:02.25Z")),
                change,
                List.of(new ClassifiedProvision(
                        PROVISION,
                        Assessment.ASSESSED,
                        null,
                        List.of(new ProvisionType(
                                "non-compete",
                                0.9,
                                List.of(new EvidenceSpan(Side.AFTER, start, end, "non-compete/1")))),
                        areas,
                        List.of("us-ftc-act-section-5", "eu-tfeu-102"),
                        Materiality.MATERIAL,
                        Severity.HIGH,
                        sentence,
                        List.of("“Non-compete” takes away a right or a remedy, or leaves a large exposure: “"
                                + TextFormat.slice(NEW_CLAUSE, start, end) + "”."),
                        new Difference(
                                List.of("non-compete"),
                                areas,
                                Direction.WORSE,
                                "A ban is added: “you may not use”.",
                                "Nimbus Chat adds “but you may not use it to train models that compete with ours” to what users may do",
                                List.of("Worse for users: a ban is added: “you may not use”.")),
                        machineReading(start, end),
                        List.of(
                                new EngagedLaw("us-ftc-act-section-5", null, false),
                                new EngagedLaw("eu-tfeu-102", "Art. 102(b)", false)))),
                new ChangeMeaning(
                        List.of("non-compete"),
                        areas,
                        Materiality.MATERIAL,
                        Severity.HIGH,
                        Direction.WORSE,
                        "Nimbus Chat adds “but you may not use it to train models that compete with ours” to what users may do",
                        "Nimbus Chat changed its Terms of Service. " + sentence,
                        true,
                        "material-change"),
                List.of(),
                MachineSummary.written(
                        "A new limit: “you may not use it to train models that compete with ours”.",
                        "example-model",
                        Instant.parse("2026-03-09T09:00:09Z")));
    }

    private static Wording wording() {
        return Wording.of(DOCUMENT, List.of("Terms of Service", "4. Output"), null, NEW_CLAUSE);
    }

    private static WordingAssessed assessed() {
        EvidenceSpan span = new EvidenceSpan(
                Side.AFTER, NEW_CLAUSE.indexOf("may not use"), NEW_CLAUSE.length() - 1, "non-compete/1");
        return new WordingAssessed(
                wording().id(),
                RULESET,
                Instant.parse("2026-03-09T09:00:04Z"),
                Assessment.ASSESSED,
                null,
                List.of(new ProvisionType("non-compete", 0.9, List.of(span))),
                List.of("copyright", "eu-competition", "ftc-section-5", "trade-secret"));
    }

    private static MachineReading machineReading(int start, int end) {
        EvidenceSpan quotation = new EvidenceSpan(Side.AFTER, start, end, "language-model/example-model");
        EvidenceSpan ruled = new EvidenceSpan(Side.AFTER, start, end, "non-compete/1");
        return MachineReading.read(
                        List.of(
                                new ProvisionType("non-compete", 1, List.of(quotation)),
                                new ProvisionType("ai-training", 1, List.of(quotation))),
                        "example-model",
                        Instant.parse("2026-03-09T09:00:08Z"))
                .beside(List.of(new ProvisionType("non-compete", 0.9, List.of(ruled))), false);
    }

    private static RegisterPublished register() {
        return new RegisterPublished(
                RULESET,
                FIRST,
                List.of(new RegisterPublished.Type(
                        "non-compete",
                        "Non-compete",
                        "Forbids using the service, its content or output to build something that competes.",
                        List.of("eu-competition", "ftc-section-5", "trade-secret", "copyright"),
                        List.of("us-ftc-act-section-5", "eu-tfeu-102"),
                        "Work that was made with the service may not be used to build a rival product.")),
                List.of(new RegisterPublished.Area("eu-competition", "EU competition law")),
                List.of(new RegisterPublished.Instrument(
                        "eu-tfeu-102",
                        "Treaty on the Functioning of the European Union, Article 102",
                        "Art. 102 TFEU",
                        "EU",
                        List.of("European Commission"),
                        RegisterPublished.Enforcement.BOTH,
                        LocalDate.parse("2009-12-01"),
                        null,
                        "Until then Article 82 of the EC Treaty.",
                        "https://eur-lex.europa.eu/eli/treaty/tfeu_2016/art_102/oj",
                        LocalDate.parse("2026-03-01"),
                        "https://eur-lex.europa.eu/eli/treaty/tfeu_2016/art_102/oj",
                        List.of(
                                new RegisterPublished.StatusChange(
                                        LocalDate.parse("2007-12-13"),
                                        RegisterPublished.Standing.ADOPTED,
                                        LocalDate.parse("2009-01-01"),
                                        "Signed at Lisbon."),
                                new RegisterPublished.StatusChange(
                                        LocalDate.parse("2009-12-01"),
                                        RegisterPublished.Standing.IN_FORCE,
                                        null,
                                        null)))),
                List.of(new RegisterPublished.Analysis(
                        "non-compete",
                        "You may have to keep products that come near the platform's own away from its output.",
                        "A ban on competing use restrains trade.",
                        "EU: a dominant platform's terms fall under Art. 102.",
                        "Check what your products do with the output.",
                        "List products made with the output.",
                        List.of("Does one of our products compete with the service?"))));
    }

    private static DeliveryAttempt attempt(int number, @Nullable Integer status, @Nullable String reason) {
        String changeId = change().changeId();
        return new DeliveryAttempt(
                Ids.delivery(SUBSCRIPTION, changeId, DeliveryPurpose.ALERT),
                SUBSCRIPTION,
                changeId,
                DeliveryPurpose.ALERT,
                number,
                Instant.parse("2026-03-09T09:00:07Z"),
                status,
                reason);
    }

    private static ProvisionText clause(String words) {
        return new ProvisionText(
                PROVISION,
                "4.2",
                List.of("Terms of Service", "4. Output"),
                null,
                words,
                CLAUSE_START,
                CLAUSE_START + words.length());
    }

    private static VersionRef version(long sequence, @Nullable String previous, Instant firstSeenAt, String text) {
        String hash = Ids.sha256(text);
        String id = Ids.snapshot(DOCUMENT.id(), sequence, previous, hash, Origin.LIVE, CaptureCause.SITE);
        return new VersionRef(id, sequence, firstSeenAt, hash);
    }
}
