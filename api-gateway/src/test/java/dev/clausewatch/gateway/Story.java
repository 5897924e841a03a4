package dev.clausewatch.gateway;

import dev.clausewatch.events.ArchivedIn;
import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DeliveryAttempt;
import dev.clausewatch.events.DeliveryExhausted;
import dev.clausewatch.events.DeliveryPurpose;
import dev.clausewatch.events.DeliverySucceeded;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.DocumentRegistered;
import dev.clausewatch.events.DocumentRetired;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.MachineSummary;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionCorrection;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.Source;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.Topic;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.events.VersionSegmented;
import dev.clausewatch.events.WordingAssessed;
import dev.clausewatch.testing.ChangeEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The events of an invented platform with one document, hour by hour. */
public final class Story {

    /** When it begins. */
    public static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    private static final ToolVersion TOOL = new ToolVersion("test", "1");

    private final DocumentRef document;

    /** A story about a platform with this name. */
    public Story(String platform) {
        this.document = new DocumentRef(
                Ids.document(platform, "Terms of Service", null),
                platform,
                "Terms of Service",
                "en",
                List.of("EU"),
                "https://" + Ids.slug(platform) + ".example/terms");
    }

    private Story(DocumentRef document) {
        this.document = document;
    }

    /** A story about a document that only an archive holds: its address is the archive's, or stands for its name. */
    public static Story archived(String platform, String url) {
        DocumentRef own = new Story(platform).document;
        return new Story(
                new DocumentRef(own.id(), own.platform(), own.termsType(), own.language(), own.jurisdictions(), url));
    }

    /** What an import says of such a document. */
    public Told known() {
        return told(Topic.DOCUMENTS, new DocumentRegistered(document, List.of(), null, null, BEGIN), BEGIN);
    }

    /** An event and where it is published. */
    public record Told(Topic topic, Event event) {}

    public String documentId() {
        return document.id();
    }

    public Told registered() {
        return told(
                Topic.DOCUMENTS,
                new DocumentRegistered(
                        document,
                        List.of(new Source(document.url(), List.of(), List.of(), false)),
                        "ai-assistant",
                        Duration.ofHours(12),
                        BEGIN),
                BEGIN);
    }

    public Told retired() {
        return told(Topic.DOCUMENTS, new DocumentRetired(document, List.of(), null, null, BEGIN), BEGIN);
    }

    public Told captured(int sequence, String text) {
        return told(
                Topic.CAPTURES,
                new SnapshotCaptured(
                        document,
                        snapshotId(sequence),
                        sequence,
                        sequence == 1 ? null : snapshotId(sequence - 1),
                        Origin.LIVE,
                        CaptureCause.SITE,
                        at(sequence),
                        text,
                        Ids.sha256(text),
                        List.of(),
                        TOOL),
                at(sequence));
    }

    /** A version that was taken from an archive, which fetched it at that hour. */
    public Told imported(int sequence, String text, String archive) {
        SnapshotCaptured live =
                (SnapshotCaptured) captured(sequence, text).event().data();
        return told(
                Topic.CAPTURES,
                new SnapshotCaptured(
                        document,
                        live.snapshotId(),
                        sequence,
                        live.previousSnapshotId(),
                        Origin.IMPORT,
                        CaptureCause.SITE,
                        live.capturedAt(),
                        text,
                        live.textHash(),
                        List.of(),
                        TOOL,
                        new ArchivedIn(archive, "c0ffee", "Service/Terms of Service.md")),
                at(sequence));
    }

    /** The same change between texts of an archive, detected when they were imported. */
    public ChangeDetected imported(ChangeDetected change, Instant detectedAt) {
        return ChangeEvents.detected(change)
                .verdict(ChangeVerdict.silent(
                        change.verdict().kind(), change.verdict().signals(), "imported"))
                .snapshot(Origin.IMPORT, CaptureCause.SITE)
                .at(detectedAt)
                .statedDates(List.of())
                .provisions(List.of())
                .build();
    }

    public Told verified(int sequence, Instant when) {
        return told(
                Topic.CAPTURES,
                new SnapshotVerified(document, snapshotId(sequence), sequence, "hash", when, false),
                when);
    }

    public Told failed(Instant when) {
        return failed(when, 1);
    }

    /** The so-many-th failure in a row. */
    public Told failed(Instant when, int row) {
        return told(
                Topic.CAPTURES,
                new CaptureFailed(
                        document,
                        "timeout",
                        "No answer.",
                        document.url(),
                        null,
                        null,
                        when,
                        row,
                        when.plusSeconds(300)),
                when);
    }

    public Told degraded(Instant when, Instant since) {
        return told(
                Topic.CAPTURES,
                new SourceDegraded(document, "timeout", "No answer.", since, 3, when.plusSeconds(300)),
                when);
    }

    public Told recovered(Instant when, Instant since) {
        return told(Topic.CAPTURES, new SourceRecovered(document, since, when, 3), when);
    }

    public ChangeDetected change(int sequence, ChangeKind kind, Settlement settlement, String before, String after) {
        return change(
                sequence,
                kind,
                settlement,
                List.of(),
                List.of(),
                List.of(new TouchedProvision(
                        "provision", Set.of(ProvisionChange.EDITED), List.of(), text(before), text(after), List.of())));
    }

    /** The change to this version, whose list of provisions is known. */
    public ChangeDetected version(
            int sequence, ChangeKind kind, List<ProvisionRef> provisions, TouchedProvision... touched) {
        return change(sequence - 1, kind, Settlement.SETTLED, List.of(), provisions, List.of(touched));
    }

    /** The change after this version, which states dates about itself. */
    public ChangeDetected dated(int sequence, StatedDate... dates) {
        return change(sequence, ChangeKind.EDITORIAL, Settlement.SETTLED, List.of(dates), List.of(), List.of());
    }

    private ChangeDetected change(
            int sequence,
            ChangeKind kind,
            Settlement settlement,
            List<StatedDate> dates,
            List<ProvisionRef> provisions,
            List<TouchedProvision> touched) {
        VersionRef from = new VersionRef(snapshotId(sequence), sequence, at(sequence), "hash-before");
        VersionRef to = new VersionRef(snapshotId(sequence + 1), sequence + 1, at(sequence + 1), "hash-after");
        List<Signal> signals = List.of(new Signal("substantive-words", "1 provision has other words."));
        ChangeVerdict verdict = kind == ChangeKind.SUBSTANTIVE
                ? ChangeVerdict.alerting(kind, signals, "substantive")
                : ChangeVerdict.silent(kind, signals, "substantive");
        return ChangeEvents.detected()
                .document(document)
                .changeId(changeId(sequence))
                .versions(sequence == 0 ? null : from, to)
                .verdict(settlement == Settlement.PENDING ? verdict.pending() : verdict)
                .at(at(sequence + 1))
                .statedDates(dates)
                .provisions(provisions)
                .touched(touched)
                .build();
    }

    /** The version that a change led to, cut anew into these provisions a minute later. */
    public ChangeDetected recut(ChangeDetected change, List<ProvisionRef> provisions) {
        return ChangeEvents.detected(change)
                .changeId(Ids.change(change.to().snapshotId(), change.to().snapshotId(), "1/2"))
                .versions(change.to(), change.to())
                .verdict(ChangeKind.TECHNICAL, false, "technical")
                .at(change.provenance().detectedAt().plusSeconds(60))
                .statedDates(List.of())
                .provisions(provisions)
                .touched(List.of())
                .build();
    }

    public Told detected(ChangeDetected change) {
        return told(Topic.CHANGES, change, change.provenance().detectedAt());
    }

    /** The wordings of the provisions of a change's version, in order. */
    public Told segmented(ChangeDetected change, String... wordings) {
        List<VersionSegmented.Provision> provisions = IntStream.range(0, wordings.length)
                .mapToObj(i -> new VersionSegmented.Provision(
                        change.provisions().get(i).id(), wordings[i]))
                .toList();
        Instant when = change.provenance().detectedAt();
        return told(Topic.PROVISIONS, new VersionSegmented(document, change.to(), TOOL, when, provisions), when);
    }

    /** What a wording does: nothing, or one type. */
    public static Told assessed(String wording, Instant when, @Nullable String type, String... areas) {
        List<ProvisionType> types = type == null
                ? List.of()
                : List.of(new ProvisionType(type, 0.9, List.of(new EvidenceSpan(Side.AFTER, 0, 2, type + "/1"))));
        return told(
                Topic.ASSESSMENTS,
                new WordingAssessed(wording, TOOL, when, Assessment.ASSESSED, null, types, List.of(areas)),
                when);
    }

    /** A wording that could not be assessed. */
    public static Told unassessed(String wording, Instant when) {
        return told(
                Topic.ASSESSMENTS,
                new WordingAssessed(
                        wording, TOOL, when, Assessment.NOT_ASSESSED, "Not in English.", List.of(), List.of()),
                when);
    }

    public Told classified(ChangeDetected change, int correction, Severity severity, String area) {
        Instant when = change.provenance().detectedAt().plusSeconds(1 + correction);
        return told(
                Topic.CLASSIFICATIONS,
                ChangeEvents.classified(change)
                        .answer(Ids.classification(change.changeId(), "1", correction), correction)
                        .cause(correction == 0 ? ClassificationCause.CHANGE : ClassificationCause.CORRECTION)
                        .ruleset(TOOL)
                        .at(when)
                        .provisions(List.of(new ClassifiedProvision(
                                "provision",
                                Assessment.ASSESSED,
                                null,
                                List.of(new ProvisionType(
                                        "non-compete",
                                        0.9,
                                        List.of(new EvidenceSpan(Side.AFTER, 0, 4, "non-compete/1")))),
                                List.of(area),
                                List.of("eu-tfeu-102"),
                                Materiality.MATERIAL,
                                severity,
                                "One sentence.",
                                List.of("no-notice-or-sole-discretion"))))
                        .types(List.of("non-compete"))
                        .areas(List.of(area))
                        .severity(severity)
                        .summary("Summary " + correction)
                        .alert(change.verdict().alertable(), "material-change")
                        .corrections(
                                correction == 0
                                        ? List.of()
                                        : List.of(new ProvisionCorrection(
                                                correction,
                                                "provision",
                                                List.of("non-compete"),
                                                null,
                                                "Ada Reviewer",
                                                when,
                                                "It forbids a rival product.")))
                        .build(),
                when);
    }

    /** A provision of a change with a type, of this severity and area. */
    public static ClassifiedProvision meaning(String type, Severity severity, String area) {
        return new ClassifiedProvision(
                "provision-" + type + "-" + area,
                Assessment.ASSESSED,
                null,
                List.of(new ProvisionType(type, 0.9, List.of())),
                List.of(area),
                List.of(),
                Materiality.MATERIAL,
                severity,
                "One sentence.",
                List.of());
    }

    /** An answer whose areas and types are those of its provisions, and its severity the worst of theirs. */
    public Told classified(ChangeDetected change, ClassifiedProvision... provisions) {
        List<ClassifiedProvision> all = List.of(provisions);
        Instant when = change.provenance().detectedAt().plusSeconds(1);
        return told(
                Topic.CLASSIFICATIONS,
                ChangeEvents.classified(change)
                        .answer(Ids.classification(change.changeId(), "1", 0), 0)
                        .ruleset(TOOL)
                        .at(when)
                        .provisions(all)
                        .types(all.stream()
                                .flatMap(one -> one.types().stream())
                                .map(ProvisionType::id)
                                .distinct()
                                .toList())
                        .areas(all.stream()
                                .flatMap(one -> one.areas().stream())
                                .distinct()
                                .toList())
                        .severity(all.stream()
                                .map(ClassifiedProvision::severity)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null))
                        .summary("")
                        .alert(
                                change.verdict().alertable(),
                                change.verdict().alertable() ? "material-change" : "not-alertable")
                        .build(),
                when);
    }

    /** What a language model wrote, or that it wrote nothing, beside an answer. */
    public Told summarised(Told classified, MachineSummary summary) {
        ChangeClassified answer = (ChangeClassified) classified.event().data();
        return told(Topic.CLASSIFICATIONS, answer.with(summary, summary.at()), summary.at());
    }

    /** What a language model read in each provision of an answer. */
    public Told read(Told classified, MachineReading reading) {
        ChangeClassified answer = (ChangeClassified) classified.event().data();
        return told(
                Topic.CLASSIFICATIONS,
                ChangeEvents.classified(answer)
                        .cause(ClassificationCause.MACHINE_READING)
                        .at(reading.at())
                        .provisions(answer.provisions().stream()
                                .map(provision -> provision.withMachineReading(
                                        reading.beside(provision.types(), reading.decides())))
                                .toList())
                        .build(),
                reading.at());
    }

    public ChangeSettled settled(ChangeDetected change, SettlementOutcome as) {
        return new ChangeSettled(
                document,
                change.changeId(),
                as,
                change.provenance().detectedAt().plusSeconds(60),
                change.to().snapshotId(),
                "It stood.");
    }

    public Told told(Topic topic, ChangeSettled settled) {
        return told(topic, settled, settled.settledAt());
    }

    public Told delivered(ChangeDetected change) {
        return delivered(change, "subscription", DeliveryPurpose.ALERT);
    }

    public Told delivered(ChangeDetected change, String subscription, DeliveryPurpose purpose) {
        DeliveryAttempt attempt = attempt(change, subscription, purpose, 200);
        return told(Topic.DELIVERIES, new DeliverySucceeded(document, attempt), attempt.attemptedAt());
    }

    public Told givenUp(ChangeDetected change, String subscription, DeliveryPurpose purpose) {
        DeliveryAttempt attempt = attempt(change, subscription, purpose, 500);
        return told(Topic.DELIVERIES, new DeliveryExhausted(document, attempt), attempt.attemptedAt());
    }

    private static DeliveryAttempt attempt(
            ChangeDetected change, String subscription, DeliveryPurpose purpose, int status) {
        return new DeliveryAttempt(
                Ids.delivery(subscription, change.changeId(), purpose),
                subscription,
                change.changeId(),
                purpose,
                1,
                change.provenance().detectedAt().plusSeconds(5),
                status,
                status == 200 ? null : "http-error");
    }

    public String changeId(int sequence) {
        return Ids.change(snapshotId(sequence), snapshotId(sequence + 1), "1");
    }

    public String snapshotId(int sequence) {
        return Ids.snapshot(document.id(), sequence, null, "text", Origin.LIVE, CaptureCause.SITE);
    }

    public static Instant at(int hour) {
        return BEGIN.plus(Duration.ofHours(hour));
    }

    private static Told told(Topic topic, EventData data, Instant when) {
        Event probe = new Event("probe", when, "/test", data);
        String id = Ids.event(probe.type(), data.key(), data.toString());
        return new Told(topic, new Event(id, when, "/test", data));
    }

    private static ProvisionText text(String words) {
        return new ProvisionText(
                "provision",
                "4.2",
                List.of("Terms", "4. Output"),
                null,
                words,
                0,
                words.codePointCount(0, words.length()));
    }
}
