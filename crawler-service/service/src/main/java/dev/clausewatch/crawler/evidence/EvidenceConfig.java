package dev.clausewatch.crawler.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The log of evidence and its signatures. */
@ConfigMapping(prefix = "clausewatch.evidence")
interface EvidenceConfig {

    /** Names this installation's log in its checkpoints: an address without scheme, such as {@code terms.example.org/log}. */
    String origin();

    /** The Ed25519 private key that signs: PKCS#8, DER, base64. Without it one is made and kept in the database. */
    Optional<String> key();

    /** At most one checkpoint is signed in this time, unless one is asked for. */
    @WithDefault("PT1M")
    Duration checkpointEvery();
}
