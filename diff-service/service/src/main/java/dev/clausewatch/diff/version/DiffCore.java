package dev.clausewatch.diff.version;

import dev.clausewatch.diff.change.Differ;
import dev.clausewatch.diff.change.Settling;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** CDI producers for the classes of the core. */
@Singleton
class DiffCore {

    @Produces
    @Singleton
    Differ differ() {
        return new Differ();
    }

    @Produces
    @Singleton
    Settling settling(SettlingConfig config) {
        return new Settling(config.hold());
    }
}
