package dev.clausewatch.cli.doctor;

import dev.clausewatch.brokers.BrokerConnection;
import dev.clausewatch.cli.CommandFailedException;
import dev.clausewatch.cli.JsonOption;
import dev.clausewatch.cli.LocalInstallation;
import dev.clausewatch.cli.Printable;
import dev.clausewatch.cli.Summary;
import dev.clausewatch.cli.brokers.BrokersOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: checks a running installation. */
@Command(
        name = "doctor",
        description =
                "Look at a running installation, by default that of this machine, and say what is wrong and what to do.",
        footer = {
            "Exit code 0 when nothing is in trouble, 1 when something is, 2 when something could not be looked at.",
            "With --json: {ok, warning, trouble, unknown, checks[{check, state, found, advice?, runbook?}]}; state is ok, warning,"
                    + " trouble or unknown."
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 600;

    @Mixin
    private final BrokersOption brokers = new BrokersOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "address of the gateway (default: that of ./clausewatch up, while it runs)")
    private @Nullable URI gateway;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "file with an API key of scope admin (default: CLAUSEWATCH_API_KEY, or the key that ./clausewatch up made)")
    private @Nullable Path keyFile;

    /** A finding for a program. */
    record Row(
            String check,
            String state,
            String found,
            @Nullable String advice,
            @Nullable String runbook) {

        static Row of(Finding finding) {
            return new Row(
                    finding.check(),
                    word(finding.state()),
                    finding.found(),
                    finding.advice(),
                    finding.runbook() == null ? null : finding.runbook().address());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<BrokerConnection> connection = connection();
        Optional<GatewayClient> client = client();
        if (connection.isEmpty() && client.isEmpty()) {
            throw CommandFailedException.unusable(BrokersOption.NONE);
        }
        List<Finding> findings = new ArrayList<>();
        if (connection.isPresent()) {
            findings.addAll(new BrokerChecks(connection.get()).run());
        }
        if (client.isPresent()) {
            findings.addAll(new GatewayChecks(client.get(), Clock.systemUTC()).run());
        }
        Summary summary = new Summary("doctor");
        for (Finding.State state : Finding.State.values()) {
            summary.figure(word(state), "%d", count(findings, state));
        }
        summary.rows("checks", findings.stream().map(Row::of).toList());
        if (json.isGiven()) {
            json.print(summary);
        } else {
            print(findings, summary);
        }
        if (count(findings, Finding.State.TROUBLE) > 0) {
            return 1;
        }
        return count(findings, Finding.State.UNKNOWN) > 0 ? 2 : 0;
    }

    private void print(List<Finding> findings, Summary summary) {
        PrintWriter out = json.people();
        for (Finding finding : findings) {
            out.printf(
                    "%-8s %-26s %s%n",
                    word(finding.state()), finding.check(), Printable.line(finding.found(), LONGEST));
            if (finding.advice() != null) {
                out.printf(
                        "%36s%s%s%n",
                        "",
                        finding.advice(),
                        finding.runbook() == null
                                ? ""
                                : " See " + finding.runbook().address());
            }
        }
        out.println(summary.line());
        out.flush();
    }

    private Optional<BrokerConnection> connection() {
        try {
            // Beside a gateway elsewhere, the brokers of this machine are somebody else's.
            return gateway == null ? brokers.find(PATIENCE) : brokers.named(PATIENCE);
        } catch (IOException e) {
            throw CommandFailedException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private Optional<GatewayClient> client() throws IOException {
        Optional<URI> address = gateway == null ? local() : Optional.of(gateway);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        String scheme = address.get().getScheme();
        if (address.get().getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw CommandFailedException.unusable(
                    "%s is no address of a gateway, such as https://clausewatch.example.".formatted(address.get()));
        }
        try {
            return Optional.of(new GatewayClient(address.get(), key(), Clock.systemUTC(), SSLContext.getDefault()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }

    private Optional<URI> local() throws IOException {
        Path file = LocalInstallation.file("address");
        if (brokers.isGiven() || !LocalInstallation.runs("api-gateway") || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(Files.readString(file).strip()));
        } catch (URISyntaxException e) {
            throw CommandFailedException.unusable(
                    "The file %s holds no address. Give that of the gateway with --gateway.".formatted(file));
        }
    }

    /** The key of this machine is for the gateway of this machine only. */
    private String key() throws IOException {
        if (keyFile != null) {
            if (!Files.isReadable(keyFile)) {
                throw CommandFailedException.unusable("There is no file %s to read the key from.".formatted(keyFile));
            }
            return Files.readString(keyFile).strip();
        }
        String given = System.getenv("CLAUSEWATCH_API_KEY");
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        Path made = LocalInstallation.file(LocalInstallation.runs("kafka") ? "api-key" : "api-key-external");
        if (gateway != null || !Files.isReadable(made)) {
            throw CommandFailedException.unusable(
                    "There is no API key for the gateway: give --key-file, or set CLAUSEWATCH_API_KEY.");
        }
        return Files.readString(made).strip();
    }

    private static int count(List<Finding> findings, Finding.State state) {
        return (int)
                findings.stream().filter(finding -> finding.state() == state).count();
    }

    private static String word(Finding.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
