package dev.clausewatch.alert;

import static dev.clausewatch.alert.Changes.change;
import static io.restassured.RestAssured.given;

import dev.clausewatch.servers.SiteServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscriber to a platform that nobody else is told of. */
public record Subscriber(String id, String platform, Receiver receiver) {

    /** Subscribes one. */
    public static Subscriber at(SiteServer site) {
        Receiver receiver = new Receiver();
        String platform = "Platform " + UUID.randomUUID();
        String path = "/hook/" + UUID.randomUUID();
        site.on(path, receiver);
        String id = given().header("Authorization", "Bearer test-token")
                .contentType("application/json")
                .body(Map.of("name", "Legal", "url", site.url(path), "filter", Map.of("platforms", List.of(platform))))
                .post("/subscriptions")
                .jsonPath()
                .getString("id");
        return new Subscriber(id, platform, receiver);
    }

    /** A change that it is told of. */
    public Changes mine(String changeId) {
        return change(changeId).platform(platform);
    }
}
