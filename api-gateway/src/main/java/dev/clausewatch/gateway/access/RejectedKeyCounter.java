package dev.clausewatch.gateway.access;

import dev.clausewatch.runtime.database.DatabaseException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/**
 * Counts refused keys and writes the counts to the audit log every few seconds. All unknown keys share one counter, so that callers without
 * a key can neither fill the log nor load the database. A crash forgets the last seconds. Thread-safe.
 */
@ApplicationScoped
class RejectedKeyCounter {

    /** Where people sign in, and where programs call. */
    static final String SIGN_IN = "/sign-in";

    static final String API = "/api/";

    private static final Logger LOG = Logger.getLogger(RejectedKeyCounter.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final KeyRepository keys;
    private final AuditLog audit;
    private final ConcurrentMap<Refusal, Long> counts = new ConcurrentHashMap<>();

    RejectedKeyCounter(KeyRepository keys, AuditLog audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * A kind of refusal.
     *
     * @param keyId the key that was meant; empty when there is none of that name
     * @param keyName its name
     * @param path the way in
     * @param status how it was answered
     */
    record Refusal(String keyId, String keyName, String path, int status) {}

    /** Counts a secret that is not that of a valid key with the scope to come in this way. */
    void wrongKey(String secret, String path) {
        Refusal refusal = KeyText.parse(secret)
                .flatMap(text -> keys.find(text.id()))
                .map(key -> new Refusal(key.id(), key.name(), path, UNAUTHORIZED))
                .orElseGet(() -> new Refusal("", "unknown key", path, UNAUTHORIZED));
        counts.merge(refusal, 1L, Long::sum);
    }

    /** Counts a call that a key may not make. */
    void missingScope(ApiKey key) {
        counts.merge(new Refusal(key.id(), key.name(), API, FORBIDDEN), 1L, Long::sum);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        for (Refusal refusal : Set.copyOf(counts.keySet())) {
            Long count = counts.remove(refusal);
            if (count != null) {
                write(refusal, count);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }

    private void write(Refusal refusal, long count) {
        try {
            audit.refused(refusal, count);
        } catch (DatabaseException e) {
            LOG.warnf("Refused keys cannot be written down yet count=%d reason=%s", count, e.getMessage());
            counts.merge(refusal, count, Long::sum);
        }
    }
}
