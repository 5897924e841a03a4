package dev.clausewatch.gateway.search;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DiffOp;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.gateway.changes.CodePoints;
import dev.clausewatch.gateway.readmodel.Meanings;
import dev.clausewatch.gateway.readmodel.StoredEvent;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.search.Entry;
import dev.clausewatch.search.EntryDocument;
import dev.clausewatch.search.EntryKind;
import dev.clausewatch.search.Trait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * What the read model has to be found, as entries of the index. Statements name tables in the order in which a rebuild truncates them, so that
 * neither waits for the other.
 */
@ApplicationScoped
class SearchEntries {

    private static final String DUE =
            "select kind, id, stamp from read.search_due where stamp > :after order by stamp limit :most";

    private static final String DOCUMENT =
            "select platform_slug, platform, terms_type, language from read.document where id = :id and not retired";

    private static final String LISTED = """
            select c.event_type, c.event, c.to_first_seen_at, v.text
            from read.version v right join read.change c on v.snapshot_id = c.to_snapshot_id
            where c.document_id = :id and c.kind <> 'SUSPECT'
            order by c.to_sequence desc, c.detected_at desc, c.change_id desc limit 1""";

    private static final String STANDING = """
            select p.provision_id, a.assessed, a.types, a.areas
            from read.assessment a right join read.standing_provision p on a.wording_id = p.wording_id
            where p.document_id = :id""";

    /** When the words of provisions last changed, or the provisions came. */
    private static final String DATES = """
            select provision_id, max(seen) as seen from (
                select s.provision_id, c.to_first_seen_at as seen
                from read.change c join read.provision_step s on c.change_id = s.change_id
                where s.provision_id = any (:provisions) and s.what @> array['ADDED'] and c.document_id = :id
                union all
                select t.id, c.to_first_seen_at
                from read.change c cross join lateral unnest(c.touched_ids) as t (id)
                where c.document_id = :id and c.kind not in ('SUSPECT', 'TECHNICAL', 'BASELINE')) dates
            group by provision_id""";

    private static final String CHANGE = """
            select c.event_type, c.event, c.platform_slug, c.to_first_seen_at, c.headline, c.severity, c.types, c.areas, c.meanings
            from read.change c where c.change_id = :id""";

    private final Database database;

    SearchEntries(Database database) {
        this.database = database;
    }

    /** Something whose entries are to be made anew. */
    record Due(String kind, String id, long stamp) {

        boolean isChange() {
            return kind.equals("CHANGE");
        }
    }

    /** How often the read model was built anew. */
    long generation() {
        return database.sql("select case when is_called then last_value else 0 end from read.generation")
                .one(Long.class);
    }

    /** What came after a stamp, in its order. */
    List<Due> due(long after, int most) {
        return database.sql(DUE)
                .bind("after", after)
                .bind("most", most)
                .list(row -> new Due(
                        row.getColumn("kind", String.class),
                        row.getColumn("id", String.class),
                        row.getColumn("stamp", Long.class)));
    }

    /** The provisions that stand in a document; none of one that is retired, or whose text is not read yet. */
    List<Entry> provisions(String documentId) {
        Optional<EntryDocument> document = document(documentId);
        Optional<Listed> listed = database.sql(LISTED).bind("id", documentId).first(SearchEntries::listed);
        if (document.isEmpty() || listed.isEmpty() || listed.get().text() == null) {
            return List.of();
        }
        return entries(document.get(), listed.get());
    }

    private Optional<EntryDocument> document(String documentId) {
        return database.sql(DOCUMENT)
                .bind("id", documentId)
                .first(row -> new EntryDocument(
                        documentId,
                        row.getColumn("platform_slug", String.class),
                        row.getColumn("platform", String.class),
                        row.getColumn("terms_type", String.class),
                        row.getColumn("language", String.class)));
    }

    private record Listed(
            List<ProvisionRef> provisions,
            Instant firstSeenAt,
            @Nullable String text) {}

    private static Listed listed(RowView row) {
        return new Listed(
                StoredEvent.change(row).provisions(),
                row.getColumn("to_first_seen_at", Instant.class),
                row.getColumn("text", String.class));
    }

    private record Standing(Entry.State state, List<Trait> traits) {

        static final Standing PENDING = new Standing(Entry.State.PENDING, List.of());

        static Standing of(RowView row) {
            Boolean assessed = row.getColumn("assessed", Boolean.class);
            if (assessed == null) {
                return PENDING;
            }
            return assessed
                    ? new Standing(
                            Entry.State.ASSESSED,
                            List.of(new Trait(
                                    List.of(row.getColumn("types", String[].class)),
                                    List.of(row.getColumn("areas", String[].class)),
                                    null)))
                    : new Standing(Entry.State.NOT_ASSESSED, List.of());
        }
    }

    private List<Entry> entries(EntryDocument document, Listed listed) {
        Map<String, Standing> standing = database.sql(STANDING)
                .bind("id", document.id())
                .collect(Collectors.toMap(row -> row.getColumn("provision_id", String.class), Standing::of));
        Map<String, Instant> dates = database.sql(DATES)
                .bind("id", document.id())
                .bind(
                        "provisions",
                        listed.provisions().stream().map(ProvisionRef::id).toList())
                .collect(Collectors.toMap(
                        row -> row.getColumn("provision_id", String.class),
                        row -> row.getColumn("seen", Instant.class)));
        CodePoints text = new CodePoints(Objects.requireNonNull(listed.text()));
        List<Entry> entries = new ArrayList<>();
        for (ProvisionRef provision : listed.provisions()) {
            Standing does = standing.getOrDefault(provision.id(), Standing.PENDING);
            entries.add(new Entry(
                    EntryKind.PROVISION,
                    provision.id(),
                    document,
                    provision.headingPath(),
                    provision.number(),
                    List.of(text.slice(provision.start(), provision.end())),
                    does.state(),
                    does.traits(),
                    dates.getOrDefault(provision.id(), listed.firstSeenAt())));
        }
        return entries;
    }

    /** A change with the words that it touched; empty for the first version of a document, and where no words were touched. */
    Optional<Entry> change(String changeId) {
        return database.sql(CHANGE).bind("id", changeId).list(row -> change(changeId, row)).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Entry> change(String changeId, RowView row) {
        ChangeDetected change = StoredEvent.change(row);
        List<String> texts = change.touched().stream()
                .flatMap(touched -> texts(touched).stream())
                .filter(text -> !text.isBlank())
                .toList();
        if (change.verdict().kind() == ChangeKind.BASELINE || texts.isEmpty()) {
            return Optional.empty();
        }
        String headline = row.getColumn("headline", String.class);
        return Optional.of(new Entry(
                EntryKind.CHANGE,
                changeId,
                new EntryDocument(
                        change.document().id(),
                        row.getColumn("platform_slug", String.class),
                        change.document().platform(),
                        change.document().termsType(),
                        change.document().language()),
                headline == null ? List.of() : List.of(headline),
                null,
                texts,
                Entry.State.ASSESSED,
                traits(row),
                row.getColumn("to_first_seen_at", Instant.class)));
    }

    /** As it stands, or stood, and of an edited one the words that went. */
    private static List<String> texts(TouchedProvision touched) {
        ProvisionText before = touched.before();
        ProvisionText after = touched.after();
        List<String> texts = new ArrayList<>();
        if (after != null) {
            texts.add(after.text());
        }
        if (before != null) {
            texts.add(gone(before, after, touched.diff()));
        }
        return texts;
    }

    /** All of what was removed or could not be compared word by word; otherwise the words that went. */
    private static String gone(ProvisionText before, @Nullable ProvisionText after, List<DiffRun> diff) {
        if (after != null && after.text().equals(before.text())) {
            return "";
        }
        if (after == null || diff.isEmpty()) {
            return before.text();
        }
        CodePoints was = new CodePoints(before.text());
        return diff.stream()
                .filter(run -> run.op() == DiffOp.DELETE)
                .map(run -> was.slice(run.beforeStart(), run.beforeEnd()))
                .collect(Collectors.joining(" … "));
    }

    /** Of each provision; of the change as a whole where an earlier release wrote the row. */
    private static List<Trait> traits(RowView row) {
        return Meanings.read(row.getColumn("meanings", String.class))
                .map(all -> all.stream()
                        .map(one ->
                                new Trait(one.types(), one.areas(), severity(Objects.toString(one.severity(), null))))
                        .toList())
                .orElseGet(() -> List.of(new Trait(
                        List.of(row.getColumn("types", String[].class)),
                        List.of(row.getColumn("areas", String[].class)),
                        severity(row.getColumn("severity", String.class)))));
    }

    private static Trait.@Nullable Severity severity(@Nullable String name) {
        return Arrays.stream(Trait.Severity.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
