package dev.clausewatch.runtime.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The secrets of a service, as its environment gives them; empty where it does not.
 *
 * @param serviceToken what the services send each other
 * @param databaseUser the role in its database
 * @param databasePassword that role's password
 */
record Secrets(String serviceToken, String databaseUser, String databasePassword) {

    static final int SHORTEST_TOKEN = 32;

    /** Fewer different characters than any random text of that length has. */
    private static final int FEWEST_CHARACTERS = 8;

    private static final Set<String> KNOWN_PASSWORDS =
            Set.of("postgres", "postgresql", "password", "clausewatch", "admin", "root", "secret", "test", "changeme");

    /** What stands in examples for a secret that is still to be made. */
    private static final List<String> PLACEHOLDERS = List.of("changeme", "change-me", "change_me", "example", "your-");

    /** Why the service must not start with them, with the remedy; never a secret. */
    List<String> problems() {
        return Stream.concat(tokenProblems(), passwordProblems()).toList();
    }

    private Stream<String> tokenProblems() {
        String remedy = " Give all five services the same random one, such as openssl rand -hex 32 makes.";
        if (serviceToken.isBlank()) {
            return Stream.of("SERVICE_TOKEN is not set." + remedy);
        }
        if (serviceToken.length() < SHORTEST_TOKEN) {
            return Stream.of("SERVICE_TOKEN has fewer than " + SHORTEST_TOKEN + " characters." + remedy);
        }
        String lower = serviceToken.toLowerCase(Locale.ROOT);
        boolean guessable = serviceToken.chars().distinct().count() < FEWEST_CHARACTERS
                || PLACEHOLDERS.stream().anyMatch(lower::contains);
        return guessable ? Stream.of("SERVICE_TOKEN can be guessed." + remedy) : Stream.empty();
    }

    private Stream<String> passwordProblems() {
        String remedy = " Give the service's role in PostgreSQL a random password, and the service the same.";
        if (databasePassword.isBlank()) {
            return Stream.of("DATABASE_PASSWORD is not set." + remedy);
        }
        String lower = databasePassword.toLowerCase(Locale.ROOT);
        boolean known = KNOWN_PASSWORDS.contains(lower) || lower.equals(databaseUser.toLowerCase(Locale.ROOT));
        return known ? Stream.of("DATABASE_PASSWORD is one that everybody tries first." + remedy) : Stream.empty();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Secrets[" + databaseUser + "]";
    }
}
