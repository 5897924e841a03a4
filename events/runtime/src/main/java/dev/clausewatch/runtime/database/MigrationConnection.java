package dev.clausewatch.runtime.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives migrations their own connection without a statement timeout. With the timeout of the pool, a long migration would be cancelled at
 * every start and never finish. Other replicas wait for the one that migrates.
 */
@ApplicationScoped
class MigrationConnection implements FlywayConfigurationCustomizer {

    private static final int FOR_EVER = -1;

    private final String url;
    private final String user;
    private final String password;

    MigrationConnection(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        PGSimpleDataSource connection = new PGSimpleDataSource();
        connection.setURL(url);
        connection.setUser(user);
        connection.setPassword(password);
        connection.setSocketTimeout(0);
        // Without a statement timeout, keep-alive detects a server that vanished.
        connection.setTcpKeepAlive(true);
        flyway.dataSource(connection).lockRetryCount(FOR_EVER);
    }
}
