package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole taxonomy and register of laws of a rule set. Other events refer to its entries by id.
 *
 * @param ruleset the version; the key
 * @param publishedAt when
 * @param types what provisions do
 * @param areas regulatory areas
 * @param instruments laws
 * @param analyses what clauses of a type mean for those bound by them, at most one a type
 */
public record RegisterPublished(
        ToolVersion ruleset,
        Instant publishedAt,
        List<Type> types,
        List<Area> areas,
        List<Instrument> instruments,
        List<Analysis> analyses)
        implements EventData {

    public RegisterPublished {
        Required.present(ruleset, "ruleset");
        Required.present(publishedAt, "publishedAt");
        types = Lists.copy(types);
        areas = Lists.copy(areas);
        instruments = Lists.copy(instruments);
        analyses = Lists.copy(analyses);
    }

    @Override
    public String key() {
        return ruleset.name() + "/" + ruleset.version();
    }

    /**
     * What a provision can do.
     *
     * @param id such as {@code non-compete}
     * @param title for people
     * @param description the clause …
     * @param areas the areas that follow from it
     * @param instruments the laws it engages
     * @param whyItMatters one or two plain sentences
     */
    public record Type(
            String id,
            String title,
            String description,
            List<String> areas,
            List<String> instruments,
            @Nullable String whyItMatters) {

        public Type {
            Required.text(id, "id");
            Required.text(title, "title");
            areas = Lists.copy(areas);
            instruments = Lists.copy(instruments);
        }
    }

    /**
     * What a clause of a type means for those bound by it, and what to look at next: orientation, no legal advice.
     *
     * @param type id of the type
     * @param impact what it means for them
     * @param whyEngaged why its areas of law are engaged
     * @param jurisdictions what differs from place to place
     * @param contract implications for contracts and vendors
     * @param compliance considerations for compliance
     * @param questions of due diligence
     */
    public record Analysis(
            String type,
            String impact,
            String whyEngaged,
            String jurisdictions,
            String contract,
            String compliance,
            List<String> questions) {

        public Analysis {
            Required.text(type, "type");
            Required.text(impact, "impact");
            Required.text(whyEngaged, "whyEngaged");
            Required.text(jurisdictions, "jurisdictions");
            Required.text(contract, "contract");
            Required.text(compliance, "compliance");
            questions = Lists.copy(questions);
        }
    }

    /**
     * A regulatory area.
     *
     * @param id such as {@code eu-ai-act}
     * @param title for people
     */
    public record Area(String id, String title) {

        public Area {
            Required.text(id, "id");
            Required.text(title, "title");
        }
    }

    /**
     * A law.
     *
     * @param id such as {@code eu-ai-act-art-50}
     * @param title for people
     * @param citation as a lawyer would cite it
     * @param jurisdiction ISO 3166 code, {@code US-CA} or {@code EU}
     * @param authorities who enforces it
     * @param enforcement by whose action
     * @param inForceFrom since when it applies
     * @param inForceTo until when, where it ended
     * @param note what the dates cannot express, such as postponement or application in steps
     * @param source where its text is published
     * @param checkedOn when this entry was last compared with what is published of it; absent if it never was
     * @param checkedAgainst address of the text that it was compared with
     * @param status how its standing moved, oldest first, where two dates do not say it; absent otherwise
     */
    public record Instrument(
            String id,
            String title,
            String citation,
            String jurisdiction,
            List<String> authorities,
            Enforcement enforcement,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            @Nullable String note,
            @Nullable String source,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedAgainst,
            @Nullable List<StatusChange> status) {

        public Instrument {
            Required.text(id, "id");
            Required.text(title, "title");
            Required.text(citation, "citation");
            Required.text(jurisdiction, "jurisdiction");
            authorities = Lists.copy(authorities);
            enforcement = Objects.requireNonNullElse(enforcement, Enforcement.UNKNOWN);
            status = status == null ? null : List.copyOf(status);
        }

        /** A law of which two dates say all. */
        public Instrument(
                String id,
                String title,
                String citation,
                String jurisdiction,
                List<String> authorities,
                Enforcement enforcement,
                @Nullable LocalDate inForceFrom,
                @Nullable LocalDate inForceTo,
                @Nullable String note,
                @Nullable String source,
                @Nullable LocalDate checkedOn) {
            this(
                    id,
                    title,
                    citation,
                    jurisdiction,
                    authorities,
                    enforcement,
                    inForceFrom,
                    inForceTo,
                    note,
                    source,
                    checkedOn,
                    null,
                    null);
        }
    }

    /**
     * A step in the life of a law.
     *
     * @param from the day from which it stands so
     * @param standing how
     * @param appliesFrom from when on that day it was to apply, where it did not yet
     * @param note what brought it about
     */
    public record StatusChange(
            LocalDate from,
            Standing standing,
            @Nullable LocalDate appliesFrom,
            @Nullable String note) {

        public StatusChange {
            Required.present(from, "from");
            standing = Objects.requireNonNullElse(standing, Standing.UNKNOWN);
        }
    }

    /** How a law stands. */
    public enum Standing {
        /** No law yet. */
        PROPOSED,
        /** Law that does not apply yet. */
        ADOPTED,
        IN_FORCE,
        /** A court bars its enforcement. */
        ENJOINED,
        /** A court took it away. */
        VACATED,
        REPEALED,
        /** A value of a newer release. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** By whose action a law is enforced. */
    public enum Enforcement {
        /** By authorities. */
        AGENCY,
        /** By the holders of the right, before a court. */
        PRIVATE,
        BOTH,
        /** A value of a newer release, or an event from before it was told. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
