package dev.clausewatch.runtime.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clausewatch.testing.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

class MigrationConnectionTest {

    @Test
    void aMigrationMayTakeLongerThanTheTimeOutOfTheSocket() {
        String jdbcUrl = EmbeddedDatabase.jdbcUrl();
        String impatient = jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "socketTimeout=1";

        FluentConfiguration pooled = migration("broken_off").dataSource(impatient, "postgres", "postgres");
        assertThrows(FlywayException.class, () -> pooled.load().migrate());

        FluentConfiguration own = migration("ended").dataSource(impatient, "postgres", "postgres");
        new MigrationConnection(impatient, "postgres", "postgres").customize(own);
        assertEquals(1, own.load().migrate().migrationsExecuted);
    }

    private static FluentConfiguration migration(String schema) {
        return Flyway.configure().schemas(schema).locations("classpath:long-migration");
    }
}
