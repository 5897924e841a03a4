package dev.clausewatch.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Asks the gateway. An answer is read up to a size; how long it may take is bounded by the caller. */
final class GatewayClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LARGEST = 8 * 1024 * 1024;

    private final HttpClient client;
    private final URI address;
    private final String key;
    private final Clock clock;

    GatewayClient(URI address, String key, Clock clock, SSLContext tls) {
        this.address = address;
        this.key = key;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(tls)
                .build();
    }

    URI address() {
        return address;
    }

    GatewayAnswer get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .build();
        Instant asked = clock.instant();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        Instant answered = clock.instant();
        byte[] body;
        try (InputStream in = response.body()) {
            body = in.readNBytes(LARGEST + 1);
        }
        if (body.length > LARGEST) {
            throw new IOException(address + path + " answers more than " + LARGEST + " bytes");
        }
        return new GatewayAnswer(
                response.statusCode(), json(body), date(response), asked, answered, certificate(response));
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<Instant> date(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Date")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> certificate(HttpResponse<?> response) throws SSLPeerUnverifiedException {
        Optional<SSLSession> session = response.sslSession();
        if (session.isEmpty()) {
            return Optional.empty();
        }
        Certificate[] chain = session.get().getPeerCertificates();
        return chain.length > 0 && chain[0] instanceof X509Certificate first ? Optional.of(first) : Optional.empty();
    }
}
