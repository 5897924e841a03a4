package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classifier;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** CDI producers for the classes of the core. The files of the classifier are read at start: a broken one stops the service then. */
@Singleton
class ClassifierSetup {

    @Produces
    @Singleton
    @Startup
    Classifier classifier(RulesConfig rules) {
        return Classifier.shipped(rules.folder().orElse(null));
    }
}
