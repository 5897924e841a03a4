package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.changes.CodePoints;
import dev.clausewatch.gateway.register.Register;
import dev.clausewatch.gateway.search.SearchAnswer;
import dev.clausewatch.gateway.search.SearchHit;
import dev.clausewatch.gateway.search.SearchParameters;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The page of a search.
 *
 * @param q what was asked; empty before anything was
 * @param changes whether changes are looked for, and not provisions
 * @param otherAddress the same question to the other kind
 * @param answer what was found; absent before anything was asked
 * @param rows the part that is shown
 * @param groups what the question can be narrowed by
 * @param narrowed what it is narrowed by, with the address without that
 * @param next address of what follows
 */
public record SearchView(
        String q,
        boolean changes,
        String otherAddress,
        @Nullable SearchAnswer answer,
        List<Row> rows,
        List<Group> groups,
        List<Choice> narrowed,
        @Nullable String next) {

    private static final int MOST_CHOICES = 8;

    /** A hit with its snippet cut where marks begin and end, and the titles of its types. */
    public record Row(SearchHit hit, List<Run> runs, List<Register.Titled> types) {}

    /** Words that are marked or not. */
    public record Run(String text, boolean marked) {}

    /** What the question can be narrowed by. */
    public record Group(String title, List<Choice> choices) {}

    /** A way to narrow the question, or to widen it again. */
    public record Choice(String label, long count, String address) {}

    /** The page before anything is asked. */
    static SearchView empty(UriInfo request) {
        return new SearchView("", false, other(request, false), null, List.of(), List.of(), List.of(), null);
    }

    static SearchView of(SearchParameters given, SearchAnswer answer, Register register, UriInfo request) {
        boolean changes = "changes".equalsIgnoreCase(given.in);
        return new SearchView(
                Objects.requireNonNullElse(given.q, ""),
                changes,
                other(request, changes),
                answer,
                answer.items().stream().map(hit -> row(hit, register)).toList(),
                groups(given, answer, register, request),
                narrowed(given, register, request),
                Addresses.next(request, answer.next()));
    }

    private static String other(UriInfo request, boolean changes) {
        return Addresses.with(request, "in", changes ? null : "changes");
    }

    private static Row row(SearchHit hit, Register register) {
        return new Row(
                hit,
                runs(hit.snippet()),
                hit.types().stream().map(register::type).toList());
    }

    private static List<Run> runs(SearchHit.Words snippet) {
        CodePoints text = new CodePoints(snippet.text());
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (SearchHit.Mark mark : snippet.marks()) {
            runs.add(new Run(text.slice(at, mark.start()), false));
            runs.add(new Run(text.slice(mark.start(), mark.end()), true));
            at = mark.end();
        }
        runs.add(new Run(text.slice(at, Integer.MAX_VALUE), false));
        return runs;
    }

    private static List<Group> groups(SearchParameters given, SearchAnswer answer, Register register, UriInfo request) {
        SearchAnswer.Counts counts = answer.counts();
        List<Group> groups = new ArrayList<>();
        add(groups, "Platform", "platform", given.platform, counts.platforms(), slug -> slug, request);
        add(
                groups,
                "Type",
                "type",
                given.type,
                counts.types(),
                id -> register.type(id).title(),
                request);
        add(
                groups,
                "Area",
                "area",
                given.area,
                counts.areas(),
                id -> register.area(id).title(),
                request);
        return groups;
    }

    private static void add(
            List<Group> groups,
            String title,
            String parameter,
            @Nullable String chosen,
            List<SearchAnswer.Count> counts,
            UnaryOperator<String> label,
            UriInfo request) {
        if (isSet(chosen) || counts.isEmpty()) {
            return;
        }
        groups.add(new Group(
                title,
                counts.stream()
                        .limit(MOST_CHOICES)
                        .map(one -> new Choice(
                                label.apply(one.value()), one.count(), Addresses.with(request, parameter, one.value())))
                        .toList()));
    }

    private static List<Choice> narrowed(SearchParameters given, Register register, UriInfo request) {
        List<Choice> narrowed = new ArrayList<>();
        widen(narrowed, "platform", given.platform, slug -> slug, request);
        widen(narrowed, "document", given.document, id -> id, request);
        widen(narrowed, "termsType", given.termsType, type -> type, request);
        widen(narrowed, "type", given.type, id -> register.type(id).title(), request);
        widen(narrowed, "area", given.area, id -> register.area(id).title(), request);
        widen(narrowed, "severity", given.severity, one -> "at least " + one, request);
        widen(narrowed, "language", given.language, tag -> tag, request);
        widen(narrowed, "since", given.since, day -> "from " + day, request);
        widen(narrowed, "until", given.until, day -> "before " + day, request);
        return narrowed;
    }

    private static void widen(
            List<Choice> narrowed,
            String parameter,
            @Nullable String value,
            UnaryOperator<String> label,
            UriInfo request) {
        if (value != null && isSet(value)) {
            narrowed.add(new Choice(label.apply(value), 0, Addresses.with(request, parameter, null)));
        }
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
