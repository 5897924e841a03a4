package dev.clausewatch.local;

import dev.clausewatch.brokers.BrokerConnection;
import dev.clausewatch.brokers.DeadLetter;
import dev.clausewatch.brokers.DeadLetterBox;
import dev.clausewatch.brokers.DeadLetterTopic;
import dev.clausewatch.brokers.GroupLag;
import dev.clausewatch.events.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/** What the broker of this machine tells in a status: how many records services have before them, and dead letters. */
final class BrokerStatus {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private BrokerStatus() {}

    /**
     * Prints a line for each.
     *
     * @param ready the file that has the broker's address
     */
    static void print(Path ready, PrintStream out) {
        try {
            BrokerConnection connection =
                    BrokerConnection.plain(Files.readString(ready).strip(), PATIENCE);
            out.println("Records before services: " + lags(connection));
            out.println("Dead letters: " + deadLetters(connection));
        } catch (IOException e) {
            out.println("The broker does not tell lag and dead letters: " + e.getMessage());
        }
    }

    private static String lags(BrokerConnection connection) throws IOException {
        StringBuilder text = new StringBuilder();
        Admin admin = connection.admin();
        try {
            for (Service service : GroupLag.services()) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(service.label())
                        .append(' ')
                        .append(GroupLag.of(service, admin, connection).records());
            }
        } finally {
            BrokerConnection.close(admin);
        }
        return text.toString();
    }

    private static String deadLetters(BrokerConnection connection) throws IOException {
        int open = 0;
        try (DeadLetterBox box = DeadLetterBox.open(connection)) {
            for (DeadLetterTopic topic : DeadLetterTopic.all()) {
                open += (int) box.list(topic).stream()
                        .filter(letter -> letter.state() == DeadLetter.State.OPEN)
                        .count();
            }
        }
        return open == 0 ? "none" : open + " (./clausewatch dead-letters list)";
    }
}
