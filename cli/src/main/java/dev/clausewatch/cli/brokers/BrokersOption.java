package dev.clausewatch.cli.brokers;

import dev.clausewatch.brokers.BrokerConnection;
import dev.clausewatch.brokers.DeadLetterBox;
import dev.clausewatch.brokers.UnusableLetterException;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.LocalInstallation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --brokers}, mixed into commands that ask the brokers. */
public final class BrokersOption {

    /** What to say where there are none. */
    public static final String NONE =
            "There are no brokers to ask: set KAFKA_BOOTSTRAP_SERVERS or --brokers, or start an installation with ./clausewatch up.";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Option(
            names = "--brokers",
            paramLabel = "HOST:PORT,…",
            description =
                    "addresses of the brokers (default: KAFKA_BOOTSTRAP_SERVERS, else what ./clausewatch up runs); the"
                            + " variables KAFKA_… of the services and the file KAFKA_CLIENT_PROPERTIES say how to connect")
    private @Nullable String given;

    /** What is done with dead letters. */
    @FunctionalInterface
    interface LetterTask<T> {
        T run(DeadLetterBox box) throws IOException, UnusableLetterException;
    }

    /** Whether it was given. */
    public boolean isGiven() {
        return given != null;
    }

    /** The brokers that are meant: those of an option or the environment, else those of this machine; empty when there are none. */
    public Optional<BrokerConnection> find(Duration patience) throws IOException {
        Optional<BrokerConnection> named = named(patience);
        return named.isPresent()
                ? named
                : LocalInstallation.brokers().map(local -> BrokerConnection.plain(local, patience));
    }

    /** Those of an option or the environment only. */
    public Optional<BrokerConnection> named(Duration patience) throws IOException {
        Map<String, String> environment = System.getenv();
        String servers = given == null ? environment.getOrDefault(BrokerConnection.BOOTSTRAP_SERVERS, "") : given;
        return servers.isBlank()
                ? Optional.empty()
                : Optional.of(BrokerConnection.fromEnvironment(servers.strip(), environment, patience));
    }

    /** Does something with the dead letters there; what cannot be done ends the command with a sentence. */
    <T> T letters(LetterTask<T> task) throws IOException {
        BrokerConnection brokers;
        try {
            brokers = find(PATIENCE).orElseThrow(() -> CommandFailedException.unusable(NONE));
        } catch (IOException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        }
        try (DeadLetterBox box = DeadLetterBox.open(brokers)) {
            return task.run(box);
        } catch (UnusableLetterException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandFailedException.no(String.valueOf(e.getMessage()));
        }
    }
}
