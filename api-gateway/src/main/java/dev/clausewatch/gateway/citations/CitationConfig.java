package dev.clausewatch.gateway.citations;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Addresses that leave the installation. */
@ConfigMapping(prefix = "clausewatch.citation")
interface CitationConfig {

    /** The gateway's public address; without it addresses begin with the path. */
    Optional<URI> gatewayUrl();
}
