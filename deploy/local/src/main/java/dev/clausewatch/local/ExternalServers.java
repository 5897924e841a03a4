package dev.clausewatch.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A broker and databases that are already there.
 *
 * @param bootstrapServers of the broker
 * @param databases the login of each service
 */
public record ExternalServers(String bootstrapServers, Map<Part, Login> databases) {

    public ExternalServers {
        databases = Map.copyOf(databases);
    }

    /**
     * A database.
     *
     * @param url its JDBC URL
     * @param user the role
     * @param password its password; never printed
     */
    public record Login(String url, String user, String password) {

        @Override
        public String toString() {
            return "Login[" + url + ", " + user + "]";
        }
    }

    /**
     * Reads {@code KAFKA_BOOTSTRAP_SERVERS} and, for each service, {@code CRAWLER_DATABASE_URL}, {@code …_USER} and {@code …_PASSWORD}.
     *
     * @throws UsageException naming each variable that is missing
     */
    static ExternalServers fromEnvironment(Map<String, String> environment) throws UsageException {
        List<String> missing = new ArrayList<>();
        String servers = read(environment, "KAFKA_BOOTSTRAP_SERVERS", missing);
        Map<Part, Login> databases = new EnumMap<>(Part.class);
        for (Part service : Part.SERVICES) {
            String prefix = service.database().toUpperCase(Locale.ROOT) + "_DATABASE_";
            databases.put(
                    service,
                    new Login(
                            read(environment, prefix + "URL", missing),
                            read(environment, prefix + "USER", missing),
                            read(environment, prefix + "PASSWORD", missing)));
        }
        if (!missing.isEmpty()) {
            throw new UsageException("--external needs these environment variables, which are not set: "
                    + String.join(", ", missing) + ". Example: CRAWLER_DATABASE_URL=jdbc:postgresql://db:5432/crawler");
        }
        return new ExternalServers(servers, databases);
    }

    private static String read(Map<String, String> environment, String name, List<String> missing) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            missing.add(name);
        }
        return value;
    }
}
