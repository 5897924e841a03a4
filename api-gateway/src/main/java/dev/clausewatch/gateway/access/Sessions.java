package dev.clausewatch.gateway.access;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Who is signed in on the pages: a random token in the cookie, its hash here. A session ends with its key. */
@ApplicationScoped
public class Sessions {

    /** The cookie that holds the token. */
    public static final String COOKIE = "cw_session";

    private static final int TOKEN_BYTES = 32;
    private static final int SEE_OTHER = 303;

    private final Database database;
    private final KeyRepository keys;
    private final AuditLog audit;
    private final RejectedKeyCounter refusals;
    private final AccessConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(
            Database database,
            KeyRepository keys,
            AuditLog audit,
            RejectedKeyCounter refusals,
            AccessConfig config,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.refusals = refusals;
        this.config = config;
        this.clock = clock;
    }

    /** Begins a session for the holder of a key that may read; answers its token. */
    public Optional<String> begin(String key) {
        Instant now = clock.instant();
        Optional<ApiKey> found = keys.authenticate(key.strip(), now)
                .filter(valid -> valid.scopes().contains(Scope.READ));
        if (found.isEmpty()) {
            refusals.wrongKey(key.strip(), RejectedKeyCounter.SIGN_IN);
        }
        return found.map(valid -> begin(valid, now));
    }

    private String begin(ApiKey key, Instant now) {
        long position = audit.begin(key, "POST", RejectedKeyCounter.SIGN_IN);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("delete from access.session where expires_at <= :now")
                .bind("now", now)
                .update();
        database.sql(
                        "insert into access.session (token_hash, key_id, created_at, expires_at) values (:token, :id, :now, :expiresAt)")
                .bind("token", KeyText.hash(token))
                .bind("id", key.id())
                .bind("now", now)
                .bind("expiresAt", now.plus(config.sessionLifetime()))
                .update();
        audit.end(position, SEE_OTHER);
        return token;
    }

    /** The key behind a token, while the session and the key are valid. */
    public Optional<ApiKey> find(String token) {
        Instant now = clock.instant();
        return database.sql("""
                        select k.* from access.session s join access.api_key k on k.id = s.key_id
                        where s.token_hash = :token and s.expires_at > :now""")
                .bind("token", KeyText.hash(token))
                .bind("now", now)
                .first(KeyRepository::read)
                .filter(key -> key.validAt(now));
    }

    /** Ends a session. */
    public void end(String token) {
        database.sql("delete from access.session where token_hash = :token")
                .bind("token", KeyText.hash(token))
                .update();
    }

    /** How long a session lasts. */
    public Duration lifetime() {
        return config.sessionLifetime();
    }

    /** Whether the cookie is for TLS only. */
    public boolean secureCookie() {
        return config.secureCookie();
    }
}
