package dev.clausewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentSettingsTest {

    /** All kinds of settings. */
    public record Kinds(@Nullable String userAgent, Duration deadline, int pages, long pageBytes, boolean sandbox) {}

    private static final Kinds USUAL = new Kinds(null, Duration.ofSeconds(30), 1, 1024, true);

    @Test
    void whatIsNotSetIsAsUsual() {
        assertEquals(USUAL, over(Map.of("X_PAGES", " ")));
    }

    @Test
    void whatIsSetHasTheNotationOfTheServices() {
        assertEquals(
                new Kinds("Bot (me@e.example)", Duration.ofMillis(500), 3, 30L << 20, false),
                over(Map.of(
                        "X_USER_AGENT", "Bot (me@e.example)",
                        "X_DEADLINE", "500ms",
                        "X_PAGES", "3",
                        "X_PAGE_BYTES", "30M",
                        "X_SANDBOX", "false")));
    }

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "2m,PT2M", "1m30s,PT1M30S", "45,PT45S", "PT1H,PT1H", "P5D,PT120H", "5d,PT120H"})
    void readsDurations(String text, Duration duration) {
        assertEquals(duration, over(Map.of("X_DEADLINE", text)).deadline());
    }

    @Test
    void whatCannotBeReadNamesTheVariable() {
        CommandFailedException refused =
                assertThrows(CommandFailedException.class, () -> over(Map.of("X_DEADLINE", "soon")));
        assertEquals(2, refused.exitCode());
        assertEquals("X_DEADLINE is \"soon\": it has to be a duration, such as 30s.", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"true,true", "1,true", "YES,true", "on,true", "false,false", "0,false", "no,false", "off,false"})
    void readsFlagsAsTheServicesDo(String text, boolean flag) {
        assertEquals(flag, over(Map.of("X_SANDBOX", text)).sandbox());
    }

    @Test
    void aFlagThatIsNeitherIsRefused() {
        assertThrows(CommandFailedException.class, () -> over(Map.of("X_SANDBOX", "maybe")));
    }

    @Test
    void aListIsReadWithoutItsSpaces() {
        assertEquals(List.of("a", "b"), new EnvironmentSettings(Map.of("HOSTS", "a, b,")).texts("HOSTS"));
    }

    private static Kinds over(Map<String, String> environment) {
        return new EnvironmentSettings(environment).over(USUAL, "X", Map.of());
    }
}
