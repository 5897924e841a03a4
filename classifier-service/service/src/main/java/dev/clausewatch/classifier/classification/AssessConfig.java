package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.Materiality;
import io.smallrye.config.ConfigMapping;

/** Which changes alert. */
@ConfigMapping(prefix = "clausewatch.assess")
interface AssessConfig {

    /** The materiality from which a change alerts. */
    Materiality threshold();
}
