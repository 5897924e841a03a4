package dev.clausewatch.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void namesThePortThatIsTakenAndLeavesTheProcessAlive(int taken, @TempDir Path data) throws IOException {
        List<Integer> ports = Ports.free(2);
        try (ServerSocket other = new ServerSocket(ports.get(taken), 1, InetAddress.getLoopbackAddress())) {
            IOException refusal = assertThrows(IOException.class, () -> Broker.start(data, ports.get(0), ports.get(1)));

            assertEquals(
                    "The broker does not start: port " + other.getLocalPort() + " of 127.0.0.1 is taken",
                    refusal.getMessage());
        }
    }
}
