package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventType;
import dev.clausewatch.events.UndecodableEventException;
import dev.clausewatch.events.WordingAssessed;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** What the provisions of versions do, from the wordings of the read model. */
@ApplicationScoped
class MeaningRepository {

    private static final String OF_VERSION = """
            select listed.provision, a.event
            from read.segmentation s
            cross join lateral unnest(s.provision_ids, s.wording_ids) as listed (provision, wording)
            left join read.assessment a on a.wording_id = listed.wording
            where s.snapshot_id = :snapshotId and listed.provision = any (:provisions)""";

    private static final String STANDING = """
            select p.document_id, p.provision_id, d.platform, d.terms_type, a.event
            from read.standing_provision p
            join read.assessment a on a.wording_id = p.wording_id
            join read.document d on d.id = p.document_id
            where not d.retired and a.assessed""";

    private static final String COVERAGE = """
            select d.id as document_id, d.platform, d.terms_type, s.provisions, s.matching, s.pending, s.unassessed
            from read.document d
            cross join lateral (
                select count(*) as provisions,
                    count(*) filter (where a.types @> :types and a.areas @> :areas) as matching,
                    count(*) filter (where a.wording_id is null) as pending,
                    count(*) filter (where not a.assessed) as unassessed
                from read.standing_provision p left join read.assessment a on a.wording_id = p.wording_id
                where p.document_id = d.id) s
            where not d.retired""";

    private final Database database;

    MeaningRepository(Database database) {
        this.database = database;
    }

    /** What these provisions of a version do, by their ids; none of a version whose wordings are not known. */
    Map<String, ProvisionMeaning> ofVersion(String snapshotId, Collection<String> provisionIds) {
        return database.sql(OF_VERSION)
                .bind("snapshotId", snapshotId)
                .bind("provisions", provisionIds)
                .collect(Collectors.toMap(
                        row -> row.getColumn("provision", String.class),
                        MeaningRepository::meaning,
                        (first, second) -> first));
    }

    /**
     * A provision that stands in the newest version of a document.
     *
     * @param documentId the document
     * @param provisionId the provision
     * @param platform name of its platform
     * @param termsType terms type
     * @param meaning what it does
     */
    record Standing(
            String documentId, String provisionId, String platform, String termsType, ProvisionMeaning meaning) {}

    /** Those that are asked for, by document, behind a cursor. */
    List<Standing> standing(MeaningFilter filter, @Nullable Cursor cursor, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>(documents(filter, conditions));
        if (filter.type() != null) {
            conditions.add("a.types @> :types");
            parameters.put("types", filter.types());
        }
        if (filter.area() != null) {
            conditions.add("a.areas @> :areas");
            parameters.put("areas", filter.areas());
        }
        if (cursor != null) {
            conditions.add("(p.document_id, p.provision_id) > (:lastDocument, :lastProvision)");
            parameters.put("lastDocument", cursor.key(0));
            parameters.put("lastProvision", cursor.key(1));
        }
        return select(STANDING, conditions, " order by p.document_id, p.provision_id limit :limit")
                .bind(parameters)
                .bind("limit", limit)
                .list(row -> new Standing(
                        row.getColumn("document_id", String.class),
                        row.getColumn("provision_id", String.class),
                        row.getColumn("platform", String.class),
                        row.getColumn("terms_type", String.class),
                        meaning(row)));
    }

    /**
     * How many provisions of each document's newest version do what is asked for, by document, behind a cursor.
     *
     * @param covered whether any must, or none may; null for both
     */
    List<DocumentCoverage> coverage(
            MeaningFilter filter, @Nullable Boolean covered, @Nullable Cursor cursor, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>(documents(filter, conditions));
        if (covered != null) {
            conditions.add(covered ? "s.matching > 0" : "s.matching = 0");
        }
        if (cursor != null) {
            conditions.add("d.id > :lastDocument");
            parameters.put("lastDocument", cursor.key(0));
        }
        return select(COVERAGE, conditions, " order by d.id limit :limit")
                .bind(parameters)
                .bind("types", filter.types())
                .bind("areas", filter.areas())
                .bind("limit", limit)
                .list(row -> new DocumentCoverage(
                        row.getColumn("document_id", String.class),
                        row.getColumn("platform", String.class),
                        row.getColumn("terms_type", String.class),
                        row.getColumn("matching", Long.class),
                        row.getColumn("pending", Long.class),
                        row.getColumn("unassessed", Long.class),
                        row.getColumn("provisions", Long.class)));
    }

    private Sql select(String select, List<String> conditions, String order) {
        StringBuilder sql = new StringBuilder(select);
        conditions.forEach(condition -> sql.append(" and ").append(condition));
        return database.sql(sql.append(order).toString());
    }

    private static Map<String, Object> documents(MeaningFilter filter, List<String> conditions) {
        Map<String, Object> parameters = new HashMap<>();
        if (filter.platform() != null) {
            conditions.add("(d.platform_slug = :platform or lower(d.platform) = lower(:platform))");
            parameters.put("platform", filter.platform());
        }
        if (filter.termsType() != null) {
            conditions.add("lower(d.terms_type) = lower(:termsType)");
            parameters.put("termsType", filter.termsType());
        }
        return parameters;
    }

    private static ProvisionMeaning meaning(RowView row) {
        byte @Nullable [] event = row.getColumn("event", byte[].class);
        if (event == null) {
            return ProvisionMeaning.PENDING;
        }
        try {
            return ProvisionMeaning.of((WordingAssessed) EventCodec.read(EventType.WORDING_ASSESSED, event));
        } catch (UndecodableEventException e) {
            throw new IllegalStateException("A stored assessment cannot be read", e);
        }
    }
}
