package dev.clausewatch.runtime.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String TOKEN = "3f0c9a7be1d24865a0f7c2d81b5e6394";
    private static final String PASSWORD = "b7Jq2vXc9LmT";

    @Test
    void takesRandomOnes() {
        assertEquals(List.of(), new Secrets(TOKEN, "crawler", PASSWORD).problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "test-token",
                "3f0c9a7be1d24865a0f7c2d81b5e639",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "changeme-changeme-changeme-changeme-changeme",
                "an-Example-token-of-forty-characters-1234"
            })
    void refusesATokenThatIsMissingShortOrKnown(String token) {
        String problem = String.join(" ", new Secrets(token, "crawler", PASSWORD).problems());
        assertTrue(problem.startsWith("SERVICE_TOKEN "), problem);
        assertTrue(problem.contains("openssl rand -hex 32"), problem);
        assertFalse(!token.isBlank() && problem.contains(token), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "Postgres", "password", "crawler"})
    void refusesAPasswordThatIsMissingOrKnown(String password) {
        String problem = String.join(" ", new Secrets(TOKEN, "crawler", password).problems());
        assertTrue(problem.startsWith("DATABASE_PASSWORD "), problem);
        assertTrue(problem.contains("random password"), problem);
    }

    @Test
    void namesEveryProblemAtOnceAndPrintsNoSecret() {
        Secrets secrets = new Secrets("short", "crawler", "postgres");
        assertEquals(2, secrets.problems().size());
        assertEquals("Secrets[crawler]", secrets.toString());
    }
}
