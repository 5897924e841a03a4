package dev.clausewatch.filter;

import dev.clausewatch.events.Areas;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which changes somebody wants to hear of. Every criterion must hold; those of provisions must hold for one and the same, so that a severe
 * change of the fees together with a harmless one about AI is no severe one about AI. Thread-safe.
 */
public final class Filter {

    /** Lets everything through. */
    public static final Filter EVERYTHING = new Filter(FilterFields.NONE, List.of());

    private static final List<String> SORTED_AREAS = Areas.ALL.stream().sorted().toList();

    private final FilterFields fields;
    private final List<Criterion.OfDocument> ofDocument;
    private final List<Criterion.OfChange> ofChange;
    private final List<Criterion.OfProvision> ofProvision;
    private final Criterion.@Nullable Words words;

    Filter(FilterFields fields, List<Criterion> criteria) {
        this.fields = fields;
        this.ofDocument = only(criteria, Criterion.OfDocument.class);
        this.ofChange = only(criteria, Criterion.OfChange.class);
        this.ofProvision = only(criteria, Criterion.OfProvision.class);
        List<Criterion.Words> asked = only(criteria, Criterion.Words.class);
        this.words = asked.isEmpty() ? null : asked.getFirst();
    }

    /** What fields are as a filter. */
    public sealed interface Reading {

        /** One that can be used. */
        record Good(Filter filter) implements Reading {}

        /** At least one field is wrong. */
        record Bad(List<FilterProblem> problems) implements Reading {

            public Bad {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Validates fields. Which areas, types and laws there are is the register's to say, and asked elsewhere. */
    public static Reading read(@Nullable FilterFields fields) {
        return fields == null ? new Reading.Good(EVERYTHING) : new FilterReader().read(fields);
    }

    /** Areas that no release knows: asked of what somebody sends, since a filter of an older release may name others. */
    public static List<FilterProblem> unknownAreas(@Nullable FilterFields fields) {
        List<@Nullable String> areas = fields == null ? null : fields.areas();
        List<FilterProblem> problems = new ArrayList<>();
        for (int i = 0; areas != null && i < areas.size(); i++) {
            String area = areas.get(i);
            if (area != null && !area.isBlank() && !Areas.ALL.contains(area.strip())) {
                problems.add(new FilterProblem(
                        "areas[" + i + "]",
                        "is no regulatory area",
                        area,
                        "one of " + String.join(", ", SORTED_AREAS)));
            }
        }
        return problems;
    }

    /**
     * A filter that was valid when it was stored.
     *
     * @throws IllegalStateException if it is not valid
     */
    public static Filter stored(FilterFields fields) {
        return switch (read(fields)) {
            case Reading.Good good -> good.filter();
            case Reading.Bad bad -> throw new IllegalStateException("A stored filter is not valid: " + bad.problems());
        };
    }

    /** As it is stored and shown: enumeration values as the contract writes them. */
    public FilterFields fields() {
        return fields;
    }

    /** Whether a change matches. */
    public boolean matches(ChangeFacts change) {
        if (!matches(change.document()) || !matches(change.kind())) {
            return false;
        }
        if (words == null) {
            return mayMatch(change.facts());
        }
        BitSet among = new BitSet();
        for (int i = 0; i < change.facts().size(); i++) {
            among.set(i, matches(change.facts().get(i)));
        }
        return !among.isEmpty() && words.holds(change.text(), among);
    }

    /** Whether a change matches but for its words. */
    boolean mayMatch(ChangeFacts change) {
        return matches(change.document()) && matches(change.kind()) && mayMatch(change.facts());
    }

    /** Whether a message about a whole document matches: what is asked of changes and provisions is ignored. */
    public boolean matches(DocumentRef document) {
        for (Criterion.OfDocument criterion : ofDocument) {
            if (!criterion.holds(document)) {
                return false;
            }
        }
        return true;
    }

    /** Whether changes of a kind can match. */
    public boolean matches(ChangeKind kind) {
        for (Criterion.OfChange criterion : ofChange) {
            if (!criterion.holds(kind)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of these provisions can match, depending on its words where {@link #asksForWords()}. */
    public boolean mayMatch(List<ProvisionFacts> provisions) {
        return (ofProvision.isEmpty() && words == null) || provisions.stream().anyMatch(this::matches);
    }

    private boolean matches(ProvisionFacts provision) {
        for (Criterion.OfProvision criterion : ofProvision) {
            if (!criterion.holds(provision)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words of provisions decide. */
    public boolean asksForWords() {
        return words != null;
    }

    /** Whether everything comes through. */
    public boolean asksForNothing() {
        return ofDocument.isEmpty() && ofChange.isEmpty() && !asksForProvisions();
    }

    /** Words of which one must have changed; null where that cannot be said, and where no words are asked for. */
    @Nullable
    NeededWords neededWords() {
        return words == null ? null : words.query().needed();
    }

    /** Whether something is asked of provisions. */
    public boolean asksForProvisions() {
        return words != null || !ofProvision.isEmpty();
    }

    /** The platforms, in lower case, outside of which nothing matches; empty where any may. */
    Set<String> platforms() {
        return ofDocument.stream()
                .flatMap(criterion ->
                        criterion instanceof Criterion.Platforms some ? some.names().stream() : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <C extends Criterion> List<C> only(List<Criterion> criteria, Class<C> kind) {
        return criteria.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filter that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
