package dev.clausewatch.gateway.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that reads feeds, without its secret.
 *
 * @param id names it
 * @param name what it is for
 * @param keyId the key that made it, with which it ends
 * @param createdAt when
 * @param lastUsedAt when it was last used, to the minute
 * @param revokedAt when it was revoked
 */
public record FeedToken(
        String id,
        String name,
        String keyId,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
