package dev.clausewatch.crawler.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The key that signs: the one of the setting, else one that is made once and kept in the database. */
@ApplicationScoped
class EvidenceKeys {

    private static final Logger LOG = Logger.getLogger(EvidenceKeys.class);

    private final Optional<String> setting;
    private final LogRepository repository;
    private final Clock clock;
    private @Nullable SigningKey key;

    EvidenceKeys(EvidenceConfig config, LogRepository repository, Clock clock) {
        this.setting = config.key();
        this.repository = repository;
        this.clock = clock;
    }

    /** A setting that is no key stops the service before it signs anything with another one. */
    void start(@Observes StartupEvent event) {
        setting.ifPresent(EvidenceKeys::read);
    }

    synchronized SigningKey key() {
        SigningKey known = key;
        if (known == null) {
            known = setting.map(EvidenceKeys::read).orElseGet(this::kept);
            key = known;
            LOG.infof(
                    "Checkpoints are signed by the key fingerprint=%s",
                    known.verifyingKey().fingerprint());
        }
        return known;
    }

    private static SigningKey read(String base64) {
        try {
            return SigningKey.read(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            // Without the cause, which may quote the key.
            throw new IllegalStateException(
                    "The setting EVIDENCE_KEY is not an Ed25519 private key in PKCS#8 as base64. Make one with: openssl genpkey"
                            + " -algorithm ed25519 -outform DER | base64 -w0");
        }
    }

    private SigningKey kept() {
        LOG.warn(
                "Checkpoints are signed by a key that is kept in the database, where whoever can write the evidence can read it. Set"
                        + " EVIDENCE_KEY to a key of your own.");
        if (repository.key().isEmpty()) {
            repository.offerKey(SigningKey.make(new SecureRandom()).pkcs8(), clock.instant());
        }
        return SigningKey.read(repository.key().orElseThrow());
    }
}
