package dev.clausewatch.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.local.ExternalServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Alert-service's own API, as the gateway speaks it, and how much it has still to send. One connection; one thread. */
final class AlertQueue implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;
    private final Connection connection;

    AlertQueue(String url, String token, ExternalServers.Login login) throws SQLException {
        this.url = url;
        this.token = token;
        this.connection = DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    /** Makes a subscription to a platform. */
    void subscribe(String receiver, String platform) throws IOException, InterruptedException {
        Map<String, Object> wanted =
                Map.of("name", "Bench", "url", receiver, "filter", Map.of("platforms", List.of(platform)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subscriptions"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(wanted)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("A subscription was refused: " + response.body());
        }
    }

    /** How many deliveries have not been received. */
    long undelivered() {
        String query = "select count(*) from delivery where state <> 'DELIVERED'";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
