package dev.clausewatch.gateway.register;

import dev.clausewatch.events.EngagedLaw;
import dev.clausewatch.events.ForceOnDay;
import dev.clausewatch.events.RegisterPublished;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Titles for ids: what the classifier published, or the bare ids while nothing is known. */
public final class Register {

    private final @Nullable RegisterPublished published;

    /** What was published; null when nothing was. */
    public Register(@Nullable RegisterPublished published) {
        this.published = published;
    }

    /** A title, with its id. */
    public record Titled(String id, String title) {}

    /**
     * A law, as a reader needs it.
     *
     * @param id of the register
     * @param title for people
     * @param citation as a lawyer would cite it
     * @param jurisdiction ISO 3166 code, {@code US-CA} or {@code EU}
     * @param source where its text is published
     * @param authorities who enforces it
     * @param enforcement by whose action
     * @param inForceFrom since when it applies
     * @param inForceTo until when, where it ended
     * @param note what the dates do not say
     * @param checkedOn when this entry was last compared with what is published of it
     * @param force whether it applied on the day that was asked for
     * @param forceSince from when it stood so, where that is known
     * @param appliesFrom from when it was to apply on that day, where it did not yet
     * @param forceNote what brought that about, such as a decision of a court
     * @param pinpoint the place in it that is engaged; absent for the whole
     * @param named whether the provision names it, or who enforces it
     */
    public record Law(
            String id,
            String title,
            String citation,
            String jurisdiction,
            @Nullable String source,
            List<String> authorities,
            RegisterPublished.Enforcement enforcement,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            @Nullable String note,
            @Nullable LocalDate checkedOn,
            ForceOnDay.Force force,
            @Nullable LocalDate forceSince,
            @Nullable LocalDate appliesFrom,
            @Nullable String forceNote,
            @Nullable String pinpoint,
            boolean named) {}

    /** The type's title. */
    public Titled type(String id) {
        return new Titled(
                id, type(id, published).map(RegisterPublished.Type::title).orElse(id));
    }

    /** Why a type matters, where the register says so. */
    public @Nullable String whyItMatters(String typeId) {
        return type(typeId, published).map(RegisterPublished.Type::whyItMatters).orElse(null);
    }

    /** The area's title. */
    public Titled area(String id) {
        return areas().stream().filter(area -> area.id().equals(id)).findFirst().orElse(new Titled(id, id));
    }

    /** A law's title. */
    public Titled instrument(String id) {
        return instruments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(new Titled(id, id));
    }

    /** All laws. */
    public List<Titled> instruments() {
        return published == null
                ? List.of()
                : published.instruments().stream()
                        .map(one -> new Titled(one.id(), one.title()))
                        .toList();
    }

    /** All that provisions can do. */
    public List<Titled> types() {
        return published == null
                ? List.of()
                : published.types().stream()
                        .map(one -> new Titled(one.id(), one.title()))
                        .toList();
    }

    /** All areas. */
    public List<Titled> areas() {
        return published == null
                ? List.of()
                : published.areas().stream()
                        .map(area -> new Titled(area.id(), area.title()))
                        .toList();
    }

    /** A law as it is engaged, as it stood on a day. */
    public Law law(EngagedLaw engaged, LocalDate day) {
        List<RegisterPublished.Instrument> all = published == null ? List.of() : published.instruments();
        return all.stream()
                .filter(one -> one.id().equals(engaged.instrument()))
                .findFirst()
                .map(one -> law(engaged, one, ForceOnDay.of(one, day)))
                .orElseGet(() -> unknown(engaged));
    }

    private static Law law(EngagedLaw engaged, RegisterPublished.Instrument one, ForceOnDay onDay) {
        return new Law(
                one.id(),
                one.title(),
                one.citation(),
                one.jurisdiction(),
                one.source(),
                one.authorities(),
                one.enforcement(),
                one.inForceFrom(),
                one.inForceTo(),
                one.note(),
                one.checkedOn(),
                onDay.force(),
                onDay.since(),
                onDay.appliesFrom(),
                onDay.note(),
                engaged.pinpoint(),
                engaged.named());
    }

    private static Law unknown(EngagedLaw engaged) {
        String id = engaged.instrument();
        return new Law(
                id,
                id,
                id,
                "",
                null,
                List.of(),
                RegisterPublished.Enforcement.UNKNOWN,
                null,
                null,
                null,
                null,
                ForceOnDay.Force.IN_FORCE,
                null,
                null,
                null,
                engaged.pinpoint(),
                engaged.named());
    }

    private static Optional<RegisterPublished.Type> type(String id, @Nullable RegisterPublished from) {
        return from == null
                ? Optional.empty()
                : from.types().stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
