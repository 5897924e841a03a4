package dev.clausewatch.gateway.access;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Feed tokens in the database: hashes only. */
@ApplicationScoped
class FeedTokenRepository {

    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private final Database database;

    FeedTokenRepository(Database database) {
        this.database = database;
    }

    private record Stored(ApiKey key, String hash, @Nullable Instant lastUsedAt) {}

    /** The key behind a token that was not revoked, while it is valid and may read. */
    Optional<ApiKey> authenticate(String token, Instant now) {
        return KeyText.parse(KeyText.FEED, token)
                .flatMap(text -> stored(text.id())
                        .filter(stored -> text.matches(stored.hash()))
                        .filter(stored -> stored.key().validAt(now)
                                && stored.key().scopes().contains(Scope.READ))
                        .map(stored -> used(text.id(), stored, now)));
    }

    private Optional<Stored> stored(String id) {
        return database.sql("""
                        select k.*, t.token_hash, t.last_used_at as token_used_at
                        from access.feed_token t join access.api_key k on k.id = t.key_id
                        where t.id = :id and t.revoked_at is null""")
                .bind("id", id)
                .first(row -> new Stored(
                        KeyRepository.read(row),
                        row.getColumn("token_hash", String.class),
                        row.getColumn("token_used_at", Instant.class)));
    }

    private ApiKey used(String id, Stored stored, Instant now) {
        Instant last = stored.lastUsedAt();
        if (last == null || last.isBefore(now.minus(USE_PRECISION))) {
            database.sql("update access.feed_token set last_used_at = :now where id = :id")
                    .bind("now", now)
                    .bind("id", id)
                    .update();
        }
        return stored.key();
    }

    /**
     * Tokens, oldest first.
     *
     * @param keyId of this key; of all when null
     */
    List<FeedToken> list(@Nullable String keyId) {
        return database.sql("select * from access.feed_token where key_id = coalesce(cast(:keyId as text), key_id)"
                        + " order by created_at, id")
                .bind("keyId", keyId)
                .list(FeedTokenRepository::read);
    }

    void insert(FeedToken token, KeyText text) {
        database.sql("""
                insert into access.feed_token (id, name, token_hash, key_id, created_at)
                values (:id, :name, :hash, :keyId, :createdAt)""")
                .bind("id", token.id())
                .bind("name", token.name())
                .bind("hash", text.hash())
                .bind("keyId", token.keyId())
                .bind("createdAt", token.createdAt())
                .update();
    }

    /**
     * Revokes a token; answers whether there is one.
     *
     * @param keyId only if it belongs to this key; of any when null
     */
    boolean revoke(String id, @Nullable String keyId, Instant now) {
        return database.sql("update access.feed_token set revoked_at = coalesce(revoked_at, :now)"
                                + " where id = :id and key_id = coalesce(cast(:keyId as text), key_id)")
                        .bind("now", now)
                        .bind("id", id)
                        .bind("keyId", keyId)
                        .update()
                > 0;
    }

    private static FeedToken read(RowView row) {
        return new FeedToken(
                row.getColumn("id", String.class),
                row.getColumn("name", String.class),
                row.getColumn("key_id", String.class),
                row.getColumn("created_at", Instant.class),
                row.getColumn("last_used_at", Instant.class),
                row.getColumn("revoked_at", Instant.class));
    }
}
