package dev.clausewatch.classifier.classification;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Rules beside the shipped ones. */
@ConfigMapping(prefix = "clausewatch.rules")
interface RulesConfig {

    /** The folder of a user's own rules. */
    Optional<Path> folder();
}
