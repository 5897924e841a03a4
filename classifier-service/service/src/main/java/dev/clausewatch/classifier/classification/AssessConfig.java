package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.Materiality;
import io.smallrye.config.ConfigMapping;

/** What is worth telling. */
@ConfigMapping(prefix = "clausewatch.assess")
interface AssessConfig {

    /** The materiality from which subscribers are told of a change. */
    Materiality threshold();
}
