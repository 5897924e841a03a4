package dev.clausewatch.gateway.access;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** API keys in the database: hashes only. */
@ApplicationScoped
class KeyRepository {

    private static final String COLUMNS =
            "id, name, scopes, created_by, created_at, last_used_at, expires_at, revoked_at, key_hash";

    /** A key is marked as used at most this often, so that reading stays reading. */
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private final Database database;

    KeyRepository(Database database) {
        this.database = database;
    }

    private record Stored(ApiKey key, String hash) {}

    /** The key with this secret, when it is valid. */
    Optional<ApiKey> authenticate(String secret, Instant now) {
        return KeyText.parse(secret)
                .flatMap(text -> stored(text.id())
                        .filter(stored -> text.matches(stored.hash()))
                        .map(Stored::key)
                        .filter(key -> key.validAt(now)))
                .map(key -> used(key, now));
    }

    private Optional<Stored> stored(String id) {
        return database.sql("select " + COLUMNS + " from access.api_key where id = :id")
                .bind("id", id)
                .first(row -> new Stored(read(row), row.getColumn("key_hash", String.class)));
    }

    private ApiKey used(ApiKey key, Instant now) {
        Instant last = key.lastUsedAt();
        if (last == null || last.isBefore(now.minus(USE_PRECISION))) {
            database.sql("update access.api_key set last_used_at = :now where id = :id")
                    .bind("now", now)
                    .bind("id", key.id())
                    .update();
        }
        return key;
    }

    List<ApiKey> list() {
        return database.sql("select " + COLUMNS + " from access.api_key order by created_at, id")
                .list(KeyRepository::read);
    }

    Optional<ApiKey> find(String id) {
        return stored(id).map(Stored::key);
    }

    void insert(ApiKey key, KeyText text) {
        database.sql("""
                insert into access.api_key (id, name, key_hash, scopes, created_by, created_at, expires_at)
                values (:id, :name, :hash, :scopes, :createdBy, :createdAt, :expiresAt)""")
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("hash", text.hash())
                .bind("scopes", key.scopes().stream().map(Scope::name).toList())
                .bind("createdBy", key.createdBy())
                .bind("createdAt", key.createdAt())
                .bind("expiresAt", key.expiresAt())
                .update();
    }

    /** Revokes a key and its sessions, unless no other key could make new ones; answers whether it did. */
    boolean revoke(String id, Instant now) {
        return database.transaction(() -> {
            // Two administrators who revoke each other at the same moment must not both succeed.
            database.sql("lock table access.api_key in share row exclusive mode")
                    .update();
            int revoked = database.sql("""
                    update access.api_key set revoked_at = :now where id = :id and exists (
                        select 1 from access.api_key where id <> :id and 'ADMIN' = any (scopes) and revoked_at is null
                            and (expires_at is null or expires_at > :now))""").bind("now", now).bind("id", id).update();
            database.sql("delete from access.session where key_id ="
                            + " (select id from access.api_key where id = :id and revoked_at is not null)")
                    .bind("id", id)
                    .update();
            return revoked > 0;
        });
    }

    static ApiKey read(RowView row) {
        return new ApiKey(
                row.getColumn("id", String.class),
                row.getColumn("name", String.class),
                Arrays.stream(row.getColumn("scopes", String[].class))
                        .flatMap(name -> Arrays.stream(Scope.values())
                                .filter(scope -> scope.name().equals(name)))
                        .toList(),
                row.getColumn("created_by", String.class),
                row.getColumn("created_at", Instant.class),
                row.getColumn("last_used_at", Instant.class),
                row.getColumn("expires_at", Instant.class),
                row.getColumn("revoked_at", Instant.class));
    }
}
