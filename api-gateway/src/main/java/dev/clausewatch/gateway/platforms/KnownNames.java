package dev.clausewatch.gateway.platforms;

import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a platform, document or terms type exists, so that an empty result can be told from an unknown name. Call it only for empty
 * results.
 */
@ApplicationScoped
public class KnownNames {

    private static final int NAMED = 50;
    private static final String ASKED = "with asked as (select cast(:name as text) as name) ";
    /** While the read model is built again, nobody can say. */
    private static final String REBUILDING =
            " or exists (select 1 from read.position where next_offset < rebuild_until) from asked";

    private static final Kind PLATFORM = new Kind(
            "platform",
            """
            select exists (select 1 from read.document where platform_slug = name or lower(platform) = lower(name))
                or exists (select 1 from read.change where platform_slug = name or lower(platform) = lower(name))""",
            "select distinct platform_slug from read.document order by 1 limit :most",
            "no such platform is watched",
            "GET /api/v1/platforms");

    private static final Kind DOCUMENT = new Kind(
            "document",
            "select exists (select 1 from read.document where id = name)",
            "select id from read.document, asked order by platform_slug = split_part(name, '/', 1) desc, id limit :most",
            "there is no document of this id",
            "GET /api/v1/documents");

    private static final Kind TERMS_TYPE = new Kind(
            "termsType",
            """
            select exists (select 1 from read.document where lower(terms_type) = lower(name))
                or exists (select 1 from read.change where lower(terms_type) = lower(name))""",
            "select distinct terms_type from read.document order by 1 limit :most",
            "no document has this terms type",
            "GET /api/v1/documents");

    private final Database database;

    KnownNames(Database database) {
        this.database = database;
    }

    /**
     * Names of a kind.
     *
     * @param parameter that they are asked for with
     * @param exists asks whether one is or was there
     * @param names some of them, those that are nearest to the one asked for first
     * @param reason why one that is not there is refused
     * @param all where all of them are
     */
    private record Kind(String parameter, String exists, String names, String reason, String all) {}

    /** Refuses a platform, by slug or name, that is neither watched nor was; null when none was asked for. */
    public void checkPlatform(@Nullable String platform) {
        check(PLATFORM, platform);
    }

    /** The same for the id of a document. */
    public void checkDocument(@Nullable String document) {
        check(DOCUMENT, document);
    }

    /** The same for a terms type, in any case. */
    public void checkTermsType(@Nullable String termsType) {
        check(TERMS_TYPE, termsType);
    }

    private void check(Kind kind, @Nullable String name) {
        if (name == null || isKnown(kind, name)) {
            return;
        }
        List<String> known = database.sql(ASKED + kind.names)
                .bind("name", name)
                .bind("most", NAMED)
                .list(String.class);
        // An installation that watches nothing yet, or reads its topics anew, knows none.
        if (!known.isEmpty()) {
            String more = known.size() < NAMED ? "" : "; " + kind.all + " has all";
            throw Problem.parameter(kind.parameter, name, kind.reason + more, known);
        }
    }

    private boolean isKnown(Kind kind, String name) {
        return database.sql(ASKED + kind.exists + REBUILDING).bind("name", name).one(Boolean.class);
    }
}
