package dev.clausewatch.servers;

import dev.clausewatch.events.Service;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * PostgreSQL as a process of its own, with a database and a role for each service: {@code DatabaseProcess DATA BINARIES PORT READY_FILE}. It
 * listens on loopback only and takes a leftover server of the same data folder down first.
 */
public final class DatabaseProcess {

    /** The environment variable with the password of every role, hexadecimal: arguments can be seen by other users. */
    public static final String PASSWORD = "CLAUSEWATCH_DATABASE_PASSWORD";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private DatabaseProcess() {}

    /** Starts the server and runs until the process is stopped. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path data = Path.of(arguments[0]);
        String password = System.getenv(PASSWORD);
        reclaim(data);
        // It stops the server in a shutdown hook of its own.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(Path.of(arguments[1]).toFile())
                .setPort(Integer.parseInt(arguments[2]))
                .setPGStartupWait(START_PATIENCE)
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "60")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (Service service : Service.values()) {
                createDatabase(connection, database(service), password);
            }
            askForPasswords(connection, data, password);
        }
        Files.createFile(Path.of(arguments[3]));
        new CountDownLatch(1).await();
    }

    /** The name of a service's database, which is its role's too. */
    public static String database(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    /** Names are ours and plain: they need no quoting beyond this. */
    private static void createDatabase(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(connection, "create role \"" + name + "\" login password '" + password + "'");
        }
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database \"" + name + "\" owner \"" + name + "\"");
        }
    }

    /** A new server trusts everybody on this machine; other users of it must not be let in. */
    private static void askForPasswords(Connection connection, Path data, String password)
            throws SQLException, IOException {
        execute(connection, "alter role postgres password '" + password + "'");
        Files.writeString(data.resolve("pg_hba.conf"), """
                local all all scram-sha-256
                host all all 127.0.0.1/32 scram-sha-256
                """);
        execute(connection, "select pg_reload_conf()");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** A server whose starter was killed runs on. */
    private static void reclaim(Path data) {
        server(data).ifPresent(process -> {
            process.destroy();
            Processes.awaitEnd(process, Duration.ofSeconds(10));
        });
    }

    /** The server of a data folder, if it runs: its own pid file names it. */
    public static Optional<ProcessHandle> server(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
