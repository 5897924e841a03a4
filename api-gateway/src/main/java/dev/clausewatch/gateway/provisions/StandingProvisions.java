package dev.clausewatch.gateway.provisions;

import dev.clausewatch.gateway.changes.CodePoints;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.platforms.KnownNames;
import dev.clausewatch.gateway.register.KnownIds;
import dev.clausewatch.runtime.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The provisions of all documents as they stand, asked for by what they do. */
@ApplicationScoped
class StandingProvisions {

    private static final String LIST = "standing-provisions";
    private static final String COVERAGE = "coverage";

    private final MeaningRepository meanings;
    private final ProvisionRepository provisions;
    private final KnownIds ids;
    private final KnownNames names;

    StandingProvisions(MeaningRepository meanings, ProvisionRepository provisions, KnownIds ids, KnownNames names) {
        this.meanings = meanings;
        this.provisions = provisions;
        this.ids = ids;
        this.names = names;
    }

    /** Those that are asked for, by document. */
    ItemPage<FoundProvision> find(MeaningParameters given) {
        int limit = Parameters.limit(given.limit);
        MeaningFilter filter = MeaningFilter.read(given);
        List<MeaningRepository.Standing> rows =
                meanings.standing(filter, Cursor.read(LIST, 2, given.cursor), limit + 1);
        if (rows.isEmpty()) {
            check(filter);
        }
        ItemPage<MeaningRepository.Standing> page =
                ItemPage.of(rows, limit, last -> new Cursor(LIST, List.of(last.documentId(), last.provisionId())));
        return new ItemPage<>(withWords(page.items()), page.next());
    }

    /** How many provisions of each document are what is asked for. */
    ItemPage<DocumentCoverage> coverage(MeaningParameters given, @Nullable Boolean covered) {
        int limit = Parameters.limit(given.limit);
        MeaningFilter filter = MeaningFilter.read(given);
        if (filter.area() == null) {
            Parameters.needed("type", given.type, "the id of what a provision does, unless an area is asked for");
        }
        List<DocumentCoverage> rows =
                meanings.coverage(filter, covered, Cursor.read(COVERAGE, 1, given.cursor), limit + 1);
        check(filter);
        return ItemPage.of(rows, limit, last -> new Cursor(COVERAGE, List.of(last.documentId())));
    }

    private void check(MeaningFilter filter) {
        names.checkPlatform(filter.platform());
        names.checkTermsType(filter.termsType());
        ids.checkArea(filter.area());
        ids.checkType(filter.type());
    }

    /** A document at a time, since its text is large. What a version took away that came this moment is left out. */
    private List<FoundProvision> withWords(List<MeaningRepository.Standing> found) {
        Map<String, List<MeaningRepository.Standing>> byDocument = found.stream()
                .collect(Collectors.groupingBy(
                        MeaningRepository.Standing::documentId, LinkedHashMap::new, Collectors.toList()));
        List<FoundProvision> shown = new ArrayList<>();
        byDocument.forEach((documentId, rows) ->
                provisions.listed(documentId, null).ifPresent(listed -> shown.addAll(withWords(listed, rows))));
        return shown;
    }

    private static List<FoundProvision> withWords(
            ProvisionRepository.Listed listed, List<MeaningRepository.Standing> rows) {
        CodePoints text = Provisions.codePoints(listed);
        List<FoundProvision> shown = new ArrayList<>();
        for (MeaningRepository.Standing row : rows) {
            listed.provisions().stream()
                    .filter(provision -> provision.id().equals(row.provisionId()))
                    .findFirst()
                    .map(provision -> StandingProvision.of(provision, listed.snapshotId(), text, row.meaning()))
                    .map(provision -> new FoundProvision(row.documentId(), row.platform(), row.termsType(), provision))
                    .ifPresent(shown::add);
        }
        return shown;
    }
}
