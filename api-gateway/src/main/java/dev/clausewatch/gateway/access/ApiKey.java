package dev.clausewatch.gateway.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param id names the key
 * @param name what it is for
 * @param scopes what it may do
 * @param createdBy the key that made it; absent for the first one
 * @param createdAt when
 * @param lastUsedAt when it was last used, to the minute
 * @param expiresAt from when on it is no longer valid
 * @param revokedAt when it was revoked
 */
public record ApiKey(
        String id,
        String name,
        List<Scope> scopes,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        scopes = List.copyOf(scopes);
    }

    /** Whether it can be used at a time. */
    boolean validAt(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
