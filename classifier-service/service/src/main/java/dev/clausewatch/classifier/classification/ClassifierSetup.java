package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.encoder.TypeEncoder;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** CDI producers for the classes of the core. The files of the classifier are read at start: a broken one stops the service then. */
@Singleton
class ClassifierSetup {

    private final Optional<TypeEncoder> encoder = TypeEncoder.shipped();

    @Produces
    @Singleton
    @Startup
    Classifier classifier(RulesConfig rules) {
        return Classifier.shipped(rules.folder().orElse(null), encoder.orElse(null));
    }

    @PreDestroy
    void close() {
        encoder.ifPresent(TypeEncoder::close);
    }
}
