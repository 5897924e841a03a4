package dev.clausewatch.runtime.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.servers.Broker;
import dev.clausewatch.servers.Ports;
import dev.clausewatch.servers.TopicProvisioner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCheckTest {

    @Test
    void isNotReadyBeforeTheTopicsAreThereAndNamesThem(@TempDir Path data) throws IOException, InterruptedException {
        List<Integer> ports = Ports.free(2);
        try (Broker broker = Broker.start(data, ports.get(0), ports.get(1))) {
            TopicsCheck check = new TopicsCheck(
                    Map.of("bootstrap.servers", broker.bootstrapServers()), new QuickMessaging(), "alert-service");
            assertEquals(Status.DOWN, check.call().getStatus());

            assertFalse(check.look());
            assertEquals(Status.DOWN, check.call().getStatus());
            assertEquals(
                    "clausewatch.captures.v1 clausewatch.captures.v1.alert-service.dlq clausewatch.classifications.v1"
                            + " clausewatch.classifications.v1.alert-service.dlq clausewatch.deliveries.v1",
                    check.call().getData().orElseThrow().get("missing"));

            TopicProvisioner.local(broker.bootstrapServers()).provision();
            assertTrue(check.look());
            assertEquals(Status.UP, check.call().getStatus());
        }
    }
}
