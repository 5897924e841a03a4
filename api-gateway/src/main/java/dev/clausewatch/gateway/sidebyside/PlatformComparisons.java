package dev.clausewatch.gateway.sidebyside;

import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.gateway.platforms.Platform;
import dev.clausewatch.gateway.platforms.PlatformRepository;
import dev.clausewatch.gateway.register.KnownIds;
import dev.clausewatch.gateway.register.Register;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.gateway.search.Searches;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.search.Answer;
import dev.clausewatch.search.Entry;
import dev.clausewatch.search.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** PlatformComparisons as programs and people ask for them: the API and the page give the same answers. */
@ApplicationScoped
public class PlatformComparisons {

    /** As many as a person can read beside each other. */
    public static final int MOST_PLATFORMS = 6;

    private static final int FEWEST_PLATFORMS = 2;
    private static final int MOST_CLAUSES = 10;

    private final Searches searches;
    private final PlatformRepository platforms;
    private final RegisterRepository registers;
    private final KnownNames names;
    private final KnownIds ids;

    PlatformComparisons(
            Searches searches,
            PlatformRepository platforms,
            RegisterRepository registers,
            KnownNames names,
            KnownIds ids) {
        this.searches = searches;
        this.platforms = platforms;
        this.registers = registers;
        this.names = names;
        this.ids = ids;
    }

    /** A platform with what stands there. */
    private record Stands(PlatformComparison.Side side, Answer.Counts counts) {}

    /**
     * Two to six platforms side by side.
     *
     * @param slugs of the platforms
     * @param type id of what provisions do; null for all
     */
    public PlatformComparison compare(List<String> slugs, @Nullable String type) {
        List<String> asked = slugs.stream()
                .map(slug -> slug.strip().toLowerCase(Locale.ROOT))
                .filter(slug -> !slug.isEmpty())
                .distinct()
                .toList();
        if (asked.size() < FEWEST_PLATFORMS || asked.size() > MOST_PLATFORMS) {
            throw Problem.parameter(
                    "platform",
                    String.join("\", \"", asked),
                    "two to six different platforms are needed: platform=a&platform=b",
                    List.of());
        }
        String one = Parameters.text(type);
        boolean building = searches.isBuilding();
        List<Stands> stands = asked.stream().map(this::stands).toList();
        Register register = registers.titles(null);
        List<PlatformComparison.TypeRow> rows =
                one == null ? all(stands, register, building) : List.of(row(stands, one, register, true, building));
        if (one != null && having(rows.getFirst()) == 0) {
            ids.checkType(one);
        }
        return new PlatformComparison(stands.stream().map(Stands::side).toList(), rows, building);
    }

    private Stands stands(String slug) {
        Platform platform = platforms.find(slug).orElse(null);
        if (platform == null) {
            names.checkPlatform(slug);
        }
        Answer.Counts counts = searches.standing(slug, null, 0).counts();
        long assessed = Answer.Count.of(counts.states(), Entry.State.ASSESSED.name());
        long pending = Answer.Count.of(counts.states(), Entry.State.PENDING.name());
        long unassessed = Answer.Count.of(counts.states(), Entry.State.NOT_ASSESSED.name());
        return new Stands(
                new PlatformComparison.Side(
                        slug,
                        platform == null ? slug : platform.name(),
                        assessed + pending + unassessed,
                        pending,
                        unassessed),
                counts);
    }

    private List<PlatformComparison.TypeRow> all(List<Stands> stands, Register register, boolean building) {
        Set<String> types = new TreeSet<>();
        stands.forEach(one -> one.counts().types().forEach(count -> types.add(count.value())));
        List<PlatformComparison.TypeRow> rows = new ArrayList<>();
        types.forEach(type -> rows.add(row(stands, type, register, false, building)));
        rows.sort(Comparator.comparingLong(PlatformComparisons::having)
                .reversed()
                .thenComparing(PlatformComparison.TypeRow::title));
        return rows;
    }

    private static long having(PlatformComparison.TypeRow row) {
        return row.cells().stream().filter(cell -> cell.count() > 0).count();
    }

    private PlatformComparison.TypeRow row(
            List<Stands> stands, String type, Register register, boolean withClauses, boolean building) {
        return new PlatformComparison.TypeRow(
                type,
                register.type(type).title(),
                stands.stream()
                        .map(one -> cell(one, type, withClauses, building))
                        .toList());
    }

    private PlatformComparison.Cell cell(Stands one, String type, boolean withClauses, boolean building) {
        long count = Answer.Count.of(one.counts().types(), type);
        List<PlatformComparison.Clause> clauses = withClauses && count > 0
                ? searches.standing(one.side().platform(), type, MOST_CLAUSES).shown().stream()
                        .map(PlatformComparisons::clause)
                        .toList()
                : List.of();
        return new PlatformComparison.Cell(
                one.side().platform(), presence(one.side(), count, building), count, clauses);
    }

    private static PlatformComparison.Presence presence(PlatformComparison.Side side, long count, boolean building) {
        if (count > 0) {
            return PlatformComparison.Presence.HAS;
        }
        boolean known = !building && side.provisions() > 0 && side.pending() == 0 && side.unassessed() == 0;
        return known ? PlatformComparison.Presence.NONE_FOUND : PlatformComparison.Presence.NOT_KNOWN;
    }

    private static PlatformComparison.Clause clause(Found found) {
        return new PlatformComparison.Clause(
                found.id(),
                "/provisions/" + found.id(),
                found.document().id(),
                found.document().termsType(),
                found.headings(),
                found.number(),
                found.date(),
                found.text());
    }
}
