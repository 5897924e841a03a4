package dev.clausewatch.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The broker as a process of its own: {@code BrokerProcess DATA PORT CONTROLLER_PORT READY_FILE}. The file says that it is ready, and has its
 * address.
 */
public final class BrokerProcess {

    private BrokerProcess() {}

    /** Starts the broker, with all topics, and runs until the process is stopped. */
    public static void main(String[] arguments) throws IOException {
        Broker broker =
                Broker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        TopicProvisioner.local(broker.bootstrapServers()).provision();
        Files.writeString(Path.of(arguments[3]), broker.bootstrapServers(), StandardOpenOption.CREATE_NEW);
    }
}
