package dev.clausewatch.alert.delivery;

import static dev.clausewatch.alert.Changes.change;
import static io.restassured.RestAssured.given;

import dev.clausewatch.alert.Changes;
import dev.clausewatch.servers.SiteServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscriber to a platform that nobody else is told of. */
record Subscriber(String id, String platform, Receiver receiver) {

    static Subscriber at(SiteServer site) {
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
    Changes mine(String changeId) {
        return change(changeId).platform(platform);
    }
}
