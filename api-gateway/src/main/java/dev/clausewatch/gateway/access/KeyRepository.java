package dev.clausewatch.gateway.access;

import dev.clausewatch.gateway.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
        return database.first(
                "select " + COLUMNS + " from access.api_key where id = ?",
                List.of(id),
                row -> new Stored(read(row), row.getString("key_hash")));
    }

    private ApiKey used(ApiKey key, Instant now) {
        Instant last = key.lastUsedAt();
        if (last == null || last.isBefore(now.minus(USE_PRECISION))) {
            database.update("update access.api_key set last_used_at = ? where id = ?", now, key.id());
        }
        return key;
    }

    List<ApiKey> list() {
        return database.query(
                "select " + COLUMNS + " from access.api_key order by created_at, id", List.of(), KeyRepository::read);
    }

    Optional<ApiKey> find(String id) {
        return stored(id).map(Stored::key);
    }

    void insert(ApiKey key, KeyText text) {
        database.transaction(connection -> insert(connection, key, text));
    }

    static int insert(Connection connection, ApiKey key, KeyText text) throws SQLException {
        return Database.update(
                connection,
                """
                insert into access.api_key (id, name, key_hash, scopes, created_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                key.id(),
                key.name(),
                text.hash(),
                key.scopes().stream().map(Scope::name).toList(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt());
    }

    /** Revokes a key and its sessions, unless no other key could make new ones; answers whether it did. */
    boolean revoke(String id, Instant now) {
        return database.transaction(connection -> {
            // Two administrators who revoke each other at the same moment must not both succeed.
            Database.update(connection, "lock table access.api_key in share row exclusive mode");
            int revoked = Database.update(connection, """
                    update access.api_key set revoked_at = ? where id = ? and exists (
                        select 1 from access.api_key where id <> ? and 'ADMIN' = any (scopes) and revoked_at is null
                            and (expires_at is null or expires_at > ?))""", now, id, id, now);
            Database.update(
                    connection,
                    "delete from access.session where key_id = (select id from access.api_key where id = ? and revoked_at is not null)",
                    id);
            return revoked > 0;
        });
    }

    static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                Database.strings(row, "scopes").stream()
                        .flatMap(name -> Arrays.stream(Scope.values())
                                .filter(scope -> scope.name().equals(name)))
                        .toList(),
                row.getString("created_by"),
                Database.requiredTime(row, "created_at"),
                Database.time(row, "last_used_at"),
                Database.time(row, "expires_at"),
                Database.time(row, "revoked_at"));
    }
}
