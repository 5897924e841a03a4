package dev.clausewatch.classifier.classification;

import dev.clausewatch.classifier.assess.Classifier;
import dev.clausewatch.classifier.encoder.OnnxEncoder;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** CDI producers for the classes of the core. The files of the classifier are read at start: a broken one stops the service then. */
@Singleton
class ClassifierSetup {

    private volatile Optional<OnnxEncoder> encoder = Optional.empty();

    @Produces
    @Singleton
    @Startup
    Classifier classifier(RulesConfig rules) {
        return Classifier.load(rules.folder().orElse(null), this::loadEncoder);
    }

    private Optional<OnnxEncoder> loadEncoder() {
        encoder = OnnxEncoder.shipped();
        return encoder;
    }

    @PreDestroy
    void close() {
        encoder.ifPresent(OnnxEncoder::close);
    }
}
