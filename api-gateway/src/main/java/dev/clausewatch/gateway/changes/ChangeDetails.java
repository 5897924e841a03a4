package dev.clausewatch.gateway.changes;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.EngagedLaw;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.ProvisionCorrection;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.gateway.citations.Citation;
import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.gateway.register.Register;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assembles a change from its events: resolves ids to titles and offsets to words. */
final class ChangeDetails {

    private final Register register;
    private final Citations citations;

    ChangeDetails(Register register, Citations citations) {
        this.register = register;
        this.citations = citations;
    }

    ChangeDetail compose(ChangeRepository.Stored stored) {
        ChangeDetected change = stored.change();
        ChangeClassified classified = stored.classified();
        return new ChangeDetail(
                change.changeId(),
                ChangedDocument.of(change.document(), stored.archive()),
                change.from(),
                change.to(),
                change.statedDates(),
                change.verdict().kind().name(),
                change.verdict().signals(),
                change.provenance().detectedAt(),
                change.verdict().alertable(),
                change.verdict().alertableReason(),
                change.verdict().settlement().name(),
                stored.settled(),
                change.verdict().returnsTo(),
                change.verdict().reverts(),
                change.provenance().origin().name(),
                stored.archive(),
                change.provenance().cause().name(),
                change.provenance().differ(),
                change.provenance().segmenter(),
                classified == null ? null : meaning(classified),
                change.touched().stream()
                        .map(touched -> provision(touched, classified, day(change)))
                        .toList(),
                stored.deliveries(),
                citation(change));
    }

    private Citation citation(ChangeDetected change) {
        VersionRef from = change.from();
        return citations.change(
                change.document().platform() + ", " + change.document().termsType(),
                from == null ? null : from.sequence(),
                change.to().sequence(),
                change.to().firstSeenAt(),
                change.changeId());
    }

    private ChangeDetail.Meaning meaning(ChangeClassified classified) {
        return new ChangeDetail.Meaning(
                classified.classification().classificationId(),
                classified.classification().correction(),
                classified.classification().cause().name(),
                classified.classification().ruleset(),
                classified.classification().classifiedAt(),
                classified.meaning().headline(),
                classified.meaning().summary(),
                classified.machineSummary(),
                name(classified.meaning().severity()),
                name(classified.meaning().direction()),
                classified.meaning().materiality().name(),
                classified.meaning().areas(),
                classified.meaning().types(),
                titles(classified),
                classified.meaning().alert(),
                classified.meaning().alertReason());
    }

    /** Apart, since an area and a type may have the same id. */
    private ChangeDetail.Titles titles(ChangeClassified classified) {
        Map<String, String> areas = new TreeMap<>();
        Stream.concat(
                        classified.meaning().areas().stream(),
                        classified.provisions().stream().flatMap(provision -> provision.areas().stream()))
                .forEach(id -> areas.put(id, register.area(id).title()));
        Map<String, String> types = new TreeMap<>();
        classified
                .meaning()
                .types()
                .forEach(id -> types.put(id, register.type(id).title()));
        return new ChangeDetail.Titles(areas, types);
    }

    private static LocalDate day(ChangeDetected change) {
        return LocalDate.ofInstant(change.to().firstSeenAt(), ZoneOffset.UTC);
    }

    private ChangeDetail.Provision provision(
            TouchedProvision touched, @Nullable ChangeClassified classified, LocalDate day) {
        Optional<ClassifiedProvision> meaning = Optional.ofNullable(classified).stream()
                .flatMap(all -> all.provisions().stream())
                .filter(one -> one.provisionId().equals(touched.provisionId()))
                .findFirst();
        List<EvidenceSpan> evidence = meaning.stream()
                .flatMap(one -> one.types().stream())
                .flatMap(type -> type.evidence().stream())
                .toList();
        return new ChangeDetail.Provision(
                touched.provisionId(),
                touched.what().stream().map(Enum::name).toList(),
                touched.from(),
                touched.before(),
                touched.after(),
                touched.diff(),
                Redline.of(touched, evidence),
                meaning.map(one -> meaning(one, touched, correction(one, classified), day))
                        .orElse(null));
    }

    private static @Nullable ProvisionCorrection correction(
            ClassifiedProvision one, @Nullable ChangeClassified classified) {
        return classified == null
                ? null
                : classified.corrections().stream()
                        .filter(held -> held.provisionId().equals(one.provisionId()))
                        .findFirst()
                        .orElse(null);
    }

    private ChangeDetail.ProvisionMeaning meaning(
            ClassifiedProvision one,
            TouchedProvision touched,
            @Nullable ProvisionCorrection correction,
            LocalDate day) {
        List<Register.Law> laws =
                engaged(one).stream().map(law -> register.law(law, day)).toList();
        return new ChangeDetail.ProvisionMeaning(
                one.assessment().name(),
                one.note(),
                one.sentence(),
                name(one.severity()),
                one.severityReasons(),
                one.difference(),
                one.materiality().name(),
                types(one.types(), touched),
                one.areas(),
                laws,
                Analysis.of(one, laws, register),
                correction,
                reading(one.machineReading(), touched));
    }

    /** Events of earlier releases have ids only. */
    private static List<EngagedLaw> engaged(ClassifiedProvision one) {
        return one.laws() != null
                ? one.laws()
                : one.instruments().stream()
                        .map(id -> new EngagedLaw(id, null, false))
                        .toList();
    }

    private ChangeDetail.@Nullable MachineReading reading(@Nullable MachineReading reading, TouchedProvision touched) {
        return reading == null
                ? null
                : new ChangeDetail.MachineReading(
                        reading.status().name(),
                        reading.reason(),
                        reading.model(),
                        reading.at(),
                        reading.decides(),
                        types(reading.types(), touched),
                        types(reading.builtIn(), touched),
                        reading.onlyMachine(),
                        reading.onlyBuiltIn());
    }

    private List<ChangeDetail.TypeFound> types(List<ProvisionType> types, TouchedProvision touched) {
        return types.stream().map(type -> type(type, touched)).toList();
    }

    private ChangeDetail.TypeFound type(ProvisionType type, TouchedProvision touched) {
        return new ChangeDetail.TypeFound(
                type.id(),
                register.type(type.id()).title(),
                register.whyItMatters(type.id()),
                type.confidence(),
                type.evidence().stream()
                        .map(span -> quote(span, touched))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static ChangeDetail.@Nullable Quote quote(EvidenceSpan span, TouchedProvision touched) {
        ProvisionText side = switch (span.side()) {
            case BEFORE -> touched.before();
            case AFTER -> touched.after();
            case UNKNOWN -> null;
        };
        return side == null
                ? null
                : new ChangeDetail.Quote(
                        span.side() == Side.BEFORE ? "BEFORE" : "AFTER",
                        span.start(),
                        span.end(),
                        new CodePoints(side.text()).slice(span.start(), span.end()),
                        span.decidedBy());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
