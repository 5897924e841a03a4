package dev.clausewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

    @TempDir
    Path folder;

    @Test
    void playsTheDemoUnlessTheUserHasDocumentsOfHisOwn() throws UsageException {
        assertTrue(UpOptions.parse(List.of()).demo());
        assertFalse(UpOptions.parse(List.of("--no-demo")).demo());
        assertFalse(
                UpOptions.parse(List.of("--declarations", folder.toString())).demo());
    }

    @Test
    void takesAnAddressOfDeclarationsForARepository() throws UsageException {
        UpOptions options = UpOptions.parse(List.of("--declarations", "https://git.example/declarations.git"));
        assertEquals(Optional.of("https://git.example/declarations.git"), options.repository());
        assertEquals(Optional.empty(), options.declarations());
        assertFalse(options.demo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-demo", "--declarations=.", "--declarations=https://git.example/declarations.git"})
    void letsTheCrawlerReadPrivateAddressesWhateverElseIsAsked(String other) throws UsageException {
        List<String> asked = new ArrayList<>(List.of(other.split("=", 2)));
        assertFalse(UpOptions.parse(asked).stack(folder, folder, Map.of()).allowPrivateAddresses());
        asked.add("--allow-private-addresses");
        assertTrue(UpOptions.parse(asked).stack(folder, folder, Map.of()).allowPrivateAddresses());
    }

    @Test
    void endsWithoutTheDemoWhatAnEarlierRunWatched() throws UsageException {
        UpOptions without = UpOptions.parse(List.of("--no-demo"));
        assertEquals(
                Optional.of(folder.resolve("no-declarations")),
                without.stack(folder, folder, Map.of()).declarations());
        assertEquals(
                Optional.empty(),
                without.stack(folder, folder, Map.of("DECLARATIONS_GIT", "https://git.example/d.git"))
                        .declarations());
    }

    @Test
    void tellsNobodyToDeclareWhoDid() throws UsageException {
        String gateway = "http://127.0.0.1:9000";
        String own =
                UpOptions.parse(List.of("--declarations", folder.toString())).next(gateway);
        assertFalse(own.contains("--declarations"), own);
        assertTrue(own.contains(gateway + "/api/v1/subscriptions"), own);
        assertTrue(UpOptions.parse(List.of("--no-demo")).next(gateway).contains("--declarations DIR"));
    }

    @Test
    void takesPortsByTheNameOfThePart() throws UsageException {
        assertEquals(
                Map.of(Part.GATEWAY, 9080, Part.KAFKA, 9092),
                UpOptions.parse(List.of("--port", "gateway=9080", "--port", "kafka=9092"))
                        .ports());
    }

    @Test
    void takesThePortOfAServicesHealthAndMetrics() throws UsageException {
        assertEquals(
                Map.of(Part.ALERT_MANAGEMENT, 9999),
                UpOptions.parse(List.of("--port", "alert-service-management=9999"))
                        .ports());
    }

    @Test
    void givesEveryPartAPortOfItsOwn() throws UsageException {
        StackOptions usual = StackOptions.usual(folder, folder);
        usual.checkDifferentPorts(List.of(Part.values()));
        String message = String.valueOf(assertThrows(
                        UsageException.class,
                        () -> usual.withPorts(Map.of(Part.GATEWAY, 9080)).checkDifferentPorts(List.of(Part.values())))
                .getMessage());
        assertTrue(message.contains("api-gateway and api-gateway-management"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "gateway=", "gateway=0", "gateway=65536", "gateway=x", "nothing=8080"})
    void namesThePartsWhenAPortIsNotUnderstood(String value) {
        String message = refusal(List.of("--port", value));
        assertTrue(message.contains("api-gateway") && message.contains(value), message);
    }

    @Test
    void namesAnOptionThatThereIsNot() {
        assertTrue(refusal(List.of("--demo")).contains("--demo"));
        assertTrue(refusal(List.of("--port")).contains("needs a value"));
        assertTrue(refusal(List.of("--declarations", folder.resolve("none").toString()))
                .contains("is not a folder"));
    }

    @Test
    void namesEveryVariableThatExternalServersLack() {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
        environment.put("CRAWLER_DATABASE_URL", "jdbc:postgresql://db/crawler");
        String message =
                String.valueOf(assertThrows(UsageException.class, () -> ExternalServers.fromEnvironment(environment))
                        .getMessage());
        assertFalse(message.contains("KAFKA_BOOTSTRAP_SERVERS"), message);
        assertTrue(message.contains("CRAWLER_DATABASE_USER") && message.contains("GATEWAY_DATABASE_URL"), message);
    }

    @Test
    void printsNoPassword() {
        assertFalse(new ExternalServers.Login("jdbc:postgresql://db/x", "x", "hidden")
                .toString()
                .contains("hidden"));
    }

    private static String refusal(List<String> arguments) {
        return String.valueOf(assertThrows(UsageException.class, () -> UpOptions.parse(arguments))
                .getMessage());
    }
}
