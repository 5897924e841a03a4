package dev.clausewatch.alert;

import dev.clausewatch.events.Assessment;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.ChangeVerdict;
import dev.clausewatch.events.ClassificationCause;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Origin;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Settlement;
import dev.clausewatch.events.SettlementOutcome;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.testing.CanonicalEvents;
import dev.clausewatch.testing.ChangeEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes classified changes that differ from the canonical one in what a test is about. */
public final class Changes {

    private final ChangeClassified base = CanonicalEvents.changeClassified();
    private final String changeId;
    private ChangeKind kind = ChangeKind.SUBSTANTIVE;
    private Settlement settlement = Settlement.SETTLED;
    private ClassificationCause cause = ClassificationCause.CHANGE;
    private Origin origin = Origin.LIVE;
    private boolean alert = true;
    private List<String> reverts = List.of();
    private List<String> reinstates = List.of();
    private List<String> areas = List.of("copyright");
    private @Nullable Severity severity = Severity.MEDIUM;
    private @Nullable Direction direction;
    private Assessment assessment = Assessment.ASSESSED;
    private Instant classifiedAt = base.classification().classifiedAt();
    private String platform = "Nimbus Chat";
    private int provisions = 1;
    private String text = "You may not compete.";

    private Changes(String changeId) {
        this.changeId = changeId;
    }

    public static Changes change(String changeId) {
        return new Changes(changeId);
    }

    public Changes kind(ChangeKind value) {
        kind = value;
        return this;
    }

    public Changes settlement(Settlement value) {
        settlement = value;
        return this;
    }

    public Changes cause(ClassificationCause value) {
        cause = value;
        return this;
    }

    public Changes origin(Origin value) {
        origin = value;
        return this;
    }

    public Changes silent() {
        alert = false;
        return this;
    }

    /** A silent return that undoes changes. */
    public Changes reverting(String... changeIds) {
        kind = ChangeKind.REVERTED;
        alert = false;
        reverts = List.of(changeIds);
        return this;
    }

    /** A text that was taken back and is here again: it has to stand first. */
    public Changes reinstating(String... changeIds) {
        kind = ChangeKind.REVERTED;
        settlement = Settlement.PENDING;
        alert = false;
        reinstates = List.of(changeIds);
        return this;
    }

    public Changes areas(String... values) {
        areas = List.of(values);
        return this;
    }

    public Changes severity(@Nullable Severity value) {
        severity = value;
        return this;
    }

    /** What the difference of the last provision does to those bound. */
    public Changes direction(Direction value) {
        direction = value;
        return this;
    }

    public Changes assessment(Assessment value) {
        assessment = value;
        return this;
    }

    public Changes platform(String value) {
        platform = value;
        return this;
    }

    public Changes classifiedAt(Instant value) {
        classifiedAt = value;
        return this;
    }

    public Changes provisions(int count, String words) {
        provisions = count;
        text = words;
        return this;
    }

    public static ChangeSettled settled(String changeId, SettlementOutcome as) {
        ChangeSettled canonical = CanonicalEvents.changeSettled();
        return new ChangeSettled(
                document("Nimbus Chat"),
                changeId,
                as,
                canonical.settledAt(),
                canonical.evidenceSnapshotId(),
                canonical.reason());
    }

    public ChangeClassified build() {
        List<TouchedProvision> touched = new ArrayList<>();
        List<ClassifiedProvision> meanings = new ArrayList<>();
        List<ProvisionType> types = base.provisions().getFirst().types();
        for (int i = 0; i < provisions; i++) {
            String id = "provision-" + i;
            touched.add(new TouchedProvision(
                    id,
                    Set.of(ProvisionChange.EDITED),
                    List.of(),
                    new ProvisionText(id, "4." + i, List.of("4. Output"), null, "Before: " + text, 0, 10),
                    new ProvisionText(id, "4." + i, List.of("4. Output"), null, "After: " + text, 0, 10),
                    List.of()));
            ClassifiedProvision meaning = new ClassifiedProvision(
                    id,
                    assessment,
                    null,
                    types,
                    areas,
                    List.of(),
                    base.meaning().materiality(),
                    i == provisions - 1 ? severity : Severity.LOW,
                    "Something changed.",
                    List.of("no-notice-or-sole-discretion"));
            Severity judged = meaning.severity();
            meanings.add(
                    i == provisions - 1 && direction != null && judged != null
                            ? meaning.withDifference(
                                    new Difference(List.of(), areas, direction, null),
                                    judged,
                                    meaning.severityReasons())
                            : meaning);
        }
        return classified(touched, meanings);
    }

    private ChangeClassified classified(List<TouchedProvision> touched, List<ClassifiedProvision> meanings) {
        ChangeDetected detected = base.change();
        ChangeDetected change = ChangeEvents.detected(detected)
                .document(document(platform))
                .changeId(changeId)
                .verdict(new ChangeVerdict(
                        kind,
                        detected.verdict().signals(),
                        alert,
                        detected.verdict().alertableReason(),
                        settlement,
                        kind == ChangeKind.REVERTED ? detected.from() : null,
                        reverts,
                        reinstates))
                .snapshot(origin, detected.provenance().cause())
                .touched(touched)
                .build();
        return ChangeEvents.classified(change)
                .answer("classification-of-" + changeId, 0)
                .cause(cause)
                .at(classifiedAt)
                .provisions(meanings)
                .areas(areas)
                .severity(severity)
                .alert(alert, base.meaning().alertReason())
                .build();
    }

    /** One change with the provisions of both: all areas of both, and the severity of the worse. */
    public static ChangeClassified together(ChangeClassified one, ChangeClassified other) {
        List<ClassifiedProvision> provisions = Stream.of(one, other)
                .flatMap(each -> each.provisions().stream())
                .toList();
        return ChangeEvents.classified(one)
                .provisions(provisions)
                .areas(Stream.of(one, other)
                        .flatMap(each -> each.meaning().areas().stream())
                        .distinct()
                        .toList())
                .severity(Stream.of(one, other)
                        .map(each -> each.meaning().severity())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null))
                .build();
    }

    private static DocumentRef document(String platform) {
        DocumentRef canonical = CanonicalEvents.changeClassified().document();
        return new DocumentRef(
                canonical.id(),
                platform,
                canonical.termsType(),
                canonical.language(),
                canonical.jurisdictions(),
                canonical.url());
    }
}
