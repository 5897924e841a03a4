package dev.clausewatch.runtime.secrets;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Refuses to start with weak secrets. It is asked before the schema is migrated, which is the first use of a secret: checked later, a wrong
 * password would look like an unavailable database.
 */
@Singleton
class SecretsGuard implements FlywayConfigurationCustomizer {

    private final Config environment;
    private final SecretsConfig config;

    SecretsGuard(Config environment, SecretsConfig config) {
        this.environment = environment;
        this.config = config;
    }

    /** Changes nothing; ends the start, with exit code 1, when a secret is weak. */
    @Override
    public void customize(FluentConfiguration configuration) {
        List<String> problems = config.allowWeak() ? List.of() : secrets().problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(environment.getValue("quarkus.application.name", String.class)
                    + " does not start. " + String.join(" ", problems)
                    + " (Only on your own machine: CLAUSEWATCH_SECRETS_ALLOW_WEAK=true.)");
        }
    }

    private Secrets secrets() {
        return new Secrets(
                value("clausewatch.service-token"),
                value("quarkus.datasource.username"),
                value("quarkus.datasource.password"));
    }

    private String value(String name) {
        return environment.getOptionalValue(name, String.class).orElse("");
    }
}
