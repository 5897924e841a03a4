package dev.clausewatch.gateway.search;

import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.gateway.register.KnownIds;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.search.Answer;
import dev.clausewatch.search.EntryKind;
import dev.clausewatch.search.Found;
import dev.clausewatch.search.QueryText;
import dev.clausewatch.search.SearchFilter;
import dev.clausewatch.search.Trait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Searches as programs and people ask for them: the API and the pages give the same answers. */
@ApplicationScoped
public class Searches {

    private static final String LIST = "search";

    private final SearchFolder folder;
    private final IndexFollower follower;
    private final KnownIds ids;
    private final KnownNames names;

    Searches(SearchFolder folder, IndexFollower follower, KnownIds ids, KnownNames names) {
        this.folder = folder;
        this.follower = follower;
        this.ids = ids;
        this.names = names;
    }

    /** What {@code in} chooses from. */
    private enum In {
        PROVISIONS,
        CHANGES
    }

    /** A part of what fits a question. */
    public SearchAnswer find(SearchParameters given) {
        QueryText query = query(Parameters.needed("q", given.q, "the words to look for"));
        int limit = Parameters.limit(given.limit);
        SearchFilter filter = filter(given);
        Answer answer = folder.index().find(query, filter, place(given.cursor), limit);
        if (answer.total() == 0) {
            check(filter);
        }
        return new SearchAnswer(
                answer.found().stream()
                        .map(found -> SearchHit.of(filter.kind(), found))
                        .toList(),
                cursor(answer.next()),
                answer.total(),
                SearchAnswer.Counts.of(answer.counts()),
                !follower.isUpToDate());
    }

    /** What comes nearest to a provision at other platforms, the nearest first; empty when no such provision stands. */
    public Optional<List<SimilarProvision>> similar(String provisionId, int limit) {
        Optional<List<Found>> found = folder.index().similar(provisionId, limit);
        return found.map(all -> all.stream().map(SimilarProvision::of).toList());
    }

    /** The provisions that stand at a platform, of a type if one is given, and how many more there are. */
    public Standing standing(String platform, @Nullable String type, int most) {
        SearchFilter filter =
                new SearchFilter(EntryKind.PROVISION, platform, null, null, null, null, type, null, null, null);
        return new Standing(
                most == 0 ? List.of() : folder.index().list(filter, most),
                folder.index().count(filter));
    }

    /**
     * What stands at a platform.
     *
     * @param shown the first of it, by document
     * @param counts over all of it
     */
    public record Standing(List<Found> shown, Answer.Counts counts) {}

    /** Whether the index lacks something that the read model has. */
    public boolean isBuilding() {
        return !follower.isUpToDate();
    }

    private static QueryText query(String text) {
        return switch (QueryText.read(text)) {
            case QueryText.Reading.Good good -> good.query();
            case QueryText.Reading.Bad bad -> throw Problem.parameter("q", text, bad.reason(), List.of());
        };
    }

    private static SearchFilter filter(SearchParameters given) {
        In in = Parameters.choice("in", given.in, In.class);
        EntryKind kind = in == In.CHANGES ? EntryKind.CHANGE : EntryKind.PROVISION;
        Trait.Severity severity = Parameters.choice("severity", given.severity, Trait.Severity.class);
        if (severity != null && kind == EntryKind.PROVISION) {
            throw Problem.parameter(
                    "severity",
                    String.valueOf(given.severity),
                    "only changes have a severity; ask with in=changes",
                    List.of());
        }
        Instant since = Parameters.time("since", given.since);
        Instant until = Parameters.time("until", given.until);
        if (since != null && until != null && since.isAfter(until)) {
            throw Problem.parameter("until", String.valueOf(given.until), "it is before since", List.of());
        }
        return new SearchFilter(
                kind,
                Parameters.text(given.platform),
                Parameters.text(given.document),
                Parameters.text(given.termsType),
                Parameters.text(given.language),
                Parameters.text(given.area),
                Parameters.text(given.type),
                severity,
                since,
                until);
    }

    /** An empty answer is told from an unknown name. */
    private void check(SearchFilter filter) {
        names.checkPlatform(filter.platform());
        names.checkDocument(filter.document());
        names.checkTermsType(filter.termsType());
        ids.checkArea(filter.area());
        ids.checkType(filter.type());
    }

    private static Answer.@Nullable Place place(@Nullable String cursor) {
        Cursor from = Cursor.read(LIST, 2, cursor);
        return from == null ? null : new Answer.Place(Float.intBitsToFloat((int) from.number(0)), from.key(1));
    }

    private static @Nullable String cursor(Answer.@Nullable Place next) {
        return next == null
                ? null
                : new Cursor(LIST, List.of(Integer.toString(Float.floatToIntBits(next.score())), next.key())).write();
    }
}
