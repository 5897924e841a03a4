package dev.clausewatch.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.clausewatch.brokers.GroupLag;
import dev.clausewatch.cli.Clausewatch;
import dev.clausewatch.events.Service;
import dev.clausewatch.events.Topic;
import dev.clausewatch.servers.Broker;
import dev.clausewatch.servers.Ports;
import dev.clausewatch.servers.TopicProvisioner;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    private static final String READ_MODEL =
            "{\"rebuilding\": false, \"topics\": [{\"topic\": \"a\", \"read\": 1, \"lag\": 0}]}";

    @TempDir
    private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    @AfterEach
    void forgetTheHome() {
        System.clearProperty("clausewatch.home");
    }

    @Test
    void tellsAnInstallationThatIsWellFromOneThatIsNot() throws IOException {
        List<Integer> ports = Ports.free(2);
        try (Broker broker = Broker.start(folder.resolve("kafka"), ports.get(0), ports.get(1))) {
            String servers = broker.bootstrapServers();
            assertEquals(1, run("--brokers", servers), () -> out + err);
            assertTrue(line("ok", "brokers").contains("Kafka 4.2"), () -> out);
            assertTrue(line("trouble", "topics").contains("21 topics are missing"), () -> out);
            assertTrue(out.contains("./clausewatch topics"), () -> out);

            TopicProvisioner.local(servers).provision();
            assertEquals(1, run("--brokers", servers), () -> out + err);
            line("ok", "topics");
            line("ok", "settings of topics");
            line("trouble", "lag of diff-service");

            List<KafkaConsumer<byte[], byte[]>> services = new ArrayList<>();
            HttpServer gateway = gateway(HttpServer.create(anyPort(), 0));
            try {
                for (Service service : GroupLag.services()) {
                    services.add(joined(servers, service));
                }
                assertEquals(
                        0,
                        run("--brokers", servers, "--gateway", address(gateway), "--key-file", key()),
                        () -> out + err);
                assertTrue(out.endsWith("warning=0 trouble=0 unknown=0" + System.lineSeparator()), () -> out);
                line("ok", "gateway");
                line("ok", "read model");
                line("ok", "clock");
                line("ok", "documents overdue");
                line("ok", "endpoints");
                line("ok", "dead letters");
            } finally {
                gateway.stop(0);
                services.forEach(KafkaConsumer::close);
            }
        }
    }

    @Test
    void brokersThatCannotBeReachedAreTrouble() {
        assertEquals(1, run("--brokers", "no-such-host.invalid:9092"), () -> out + err);
        assertTrue(line("trouble", "brokers").contains("no-such-host.invalid"), () -> out);
        assertTrue(out.contains("docs/runbook.md#brokers-and-topics"), () -> out);
    }

    @Test
    void aGatewayThatDoesNotAnswerIsTrouble() throws IOException {
        System.setProperty("clausewatch.home", folder.toString());
        assertEquals(1, run("--gateway", "http://127.0.0.1:1", "--key-file", key()), () -> out + err);
        line("trouble", "gateway");
    }

    @Test
    void aKeyThatIsNotAcceptedIsNoVerdict() throws IOException {
        HttpServer gateway = HttpServer.create(anyPort(), 0);
        gateway.createContext("/", exchange -> answer(exchange, 401, "{\"detail\": \"no\"}"));
        gateway.start();
        try {
            assertEquals(2, run("--gateway", address(gateway), "--key-file", key()), () -> out + err);
            line("unknown", "gateway");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void whereThereIsNothingToLookAtItSaysSo() {
        System.setProperty("clausewatch.home", folder.toString());
        assertEquals(2, run(), () -> out);
        assertEquals("", out);
        assertTrue(err.startsWith("There are no brokers to ask"), () -> err);
    }

    @Test
    void theKeyOfThisMachineIsNotSentElsewhere() throws IOException {
        System.setProperty("clausewatch.home", folder.toString());
        Files.writeString(
                Files.createDirectories(folder.resolve(".clausewatch")).resolve("api-key"), "secret");
        assertEquals(2, run("--gateway", "http://127.0.0.1:1"), () -> out);
        assertTrue(err.startsWith("There is no API key"), () -> err);
    }

    @Test
    void saysHowLongTheCertificateHolds() throws Exception {
        SSLContext tls = selfSigned(15);
        HttpsServer gateway = HttpsServer.create(anyPort(), 0);
        gateway.setHttpsConfigurator(new HttpsConfigurator(tls));
        gateway(gateway);
        try {
            URI address = URI.create("https://127.0.0.1:" + gateway.getAddress().getPort());
            List<Finding> findings = new GatewayChecks(
                            new GatewayClient(address, "key", Clock.systemUTC(), tls), Clock.systemUTC())
                    .run();
            Finding certificate = findings.stream()
                    .filter(finding -> finding.check().equals("certificate"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(findings.toString()));
            assertEquals(Finding.State.WARNING, certificate.state());
            assertTrue(certificate.found().contains("holds for 14 days"), certificate::toString);
        } finally {
            gateway.stop(0);
        }
    }

    private int run(String... arguments) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        int code = Clausewatch.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(complained, true))
                .execute(Stream.concat(Stream.of("doctor"), Arrays.stream(arguments))
                        .toArray(String[]::new));
        out = said.toString();
        err = complained.toString();
        assertFalse(err.contains("\tat "), () -> err);
        return code;
    }

    /** The line of a check. */
    private String line(String state, String check) {
        return out.lines()
                .filter(line -> line.startsWith("%-8s %-26s ".formatted(state, check)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(state + " " + check + " is not in\n" + out));
    }

    private String key() throws IOException {
        return Files.writeString(folder.resolve("key"), "key\n").toString();
    }

    /** A consumer that is a member of the service's group, as one of its replicas is. */
    private static KafkaConsumer<byte[], byte[]> joined(String servers, Service service) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", service.label(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(Arrays.stream(Topic.values())
                .filter(topic -> topic.readers().contains(service))
                .map(Topic::topicName)
                .toList());
        while (consumer.assignment().isEmpty()) {
            consumer.poll(Duration.ofMillis(100));
        }
        return consumer;
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static String address(HttpServer gateway) {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }

    /** Answers as the gateway of an empty installation. */
    private static HttpServer gateway(HttpServer server) {
        server.createContext("/", exchange -> answer(exchange, 200, "{\"items\": []}"));
        server.createContext("/api/v1/admin/read-model", exchange -> answer(exchange, 200, READ_MODEL));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** A certificate of 127.0.0.1, and trust in it, by the JDK's own tool. */
    private SSLContext selfSigned(int days) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        char[] password = "changeit".toCharArray();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=gateway",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-validity",
                        Integer.toString(days),
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(password))
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, password);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }
}
