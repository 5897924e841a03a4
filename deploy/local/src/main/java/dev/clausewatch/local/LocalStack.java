package dev.clausewatch.local;

import dev.clausewatch.servers.BrokerProcess;
import dev.clausewatch.servers.DatabaseProcess;
import dev.clausewatch.servers.TopicProvisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The parts of Clausewatch as processes on this machine. Data and logs stay under the data folder between runs; a leftover of an earlier
 * run is stopped first. Not for several threads at once.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SERVICE_JVM = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private final StackOptions options;
    private final StackFiles files;
    private final String databasePassword;
    private final Consumer<String> progress;
    private final Map<Part, PartProcess> processes = new EnumMap<>(Part.class);

    /**
     * Prepares a stack; nothing runs yet.
     *
     * @param progress is told a line for each part that is ready
     * @throws IOException if the data folder cannot be written
     */
    public LocalStack(StackOptions options, Consumer<String> progress) throws IOException {
        this.options = options;
        this.files = StackFiles.in(options.data());
        this.databasePassword = files.databasePassword();
        this.progress = progress;
        if (options.external().isEmpty()) {
            processes.put(Part.POSTGRES, postgres());
            processes.put(Part.KAFKA, kafka());
        }
        for (Part service : options.services()) {
            processes.put(service, service(service));
        }
    }

    /**
     * Starts every part and waits until all are ready.
     *
     * @throws StackException if a part does not become ready
     */
    public void start() throws IOException {
        long begin = System.nanoTime();
        List<PartProcess> servers = processes.values().stream()
                .filter(process -> !Part.SERVICES.contains(process.part()))
                .toList();
        startAll(servers, begin);
        if (options.external().isPresent()) {
            TopicProvisioner.fromEnvironment(bootstrapServers(), System.getenv())
                    .provision();
        }
        startAll(options.services().stream().map(this::process).toList(), begin);
    }

    /** The process of a part. */
    public PartProcess process(Part part) {
        PartProcess process = processes.get(part);
        if (process == null) {
            throw new IllegalArgumentException(part.label() + " is not run by this stack");
        }
        return process;
    }

    /** All processes, in the order in which they start. */
    public List<PartProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** Kills a part as a crash would, starts it again and waits until it is ready. */
    public void crash(Part part) {
        process(part).kill();
        process(part).start();
        process(part).awaitReady(START_PATIENCE);
    }

    /** Stops a part in good order, starts it again and waits until it is ready. */
    public void restart(Part part) {
        process(part).stop();
        process(part).start();
        process(part).awaitReady(START_PATIENCE);
    }

    /** The address of a service. */
    public String url(Part service) {
        return "http://127.0.0.1:" + options.port(service);
    }

    /** The address of a service's health and metrics. */
    public String managementUrl(Part service) {
        return "http://127.0.0.1:" + options.port(service.management());
    }

    /** Where the broker is. */
    public String bootstrapServers() {
        return options.external()
                .map(ExternalServers::bootstrapServers)
                .orElse("127.0.0.1:" + options.port(Part.KAFKA));
    }

    /** The login of a service's database. */
    public ExternalServers.Login database(Part service) {
        return options.external()
                .map(servers -> servers.databases().get(service))
                .orElseGet(() -> new ExternalServers.Login(
                        "jdbc:postgresql://127.0.0.1:" + options.port(Part.POSTGRES) + "/" + service.database(),
                        service.database(),
                        databasePassword));
    }

    /** Where the gateway puts the API key of its first start; no file when its database was used before from elsewhere. */
    public Path apiKeyFile() {
        return files.apiKeyFile(options.external().isPresent());
    }

    /** The API key that the gateway made at its first start. */
    public String apiKey() throws IOException {
        return Files.readString(apiKeyFile()).strip();
    }

    /** The token that the services send each other. */
    public String serviceToken() throws IOException {
        return files.serviceToken();
    }

    /** Stops every part in good order, the services before what they use. */
    @Override
    public void close() {
        options.services().forEach(service -> process(service).requestStop());
        options.services().forEach(service -> process(service).stop());
        processes.values().stream()
                .filter(process -> !Part.SERVICES.contains(process.part()))
                .toList()
                .reversed()
                .forEach(PartProcess::stop);
    }

    private void startAll(List<PartProcess> parts, long begin) {
        List<PartProcess> started = new ArrayList<>();
        for (PartProcess part : parts) {
            part.start();
            started.add(part);
        }
        for (PartProcess part : started) {
            part.awaitReady(START_PATIENCE);
            progress.accept(String.format(
                    "  %-20s ready after %.1f s", part.part().label(), (System.nanoTime() - begin) / 1e9));
        }
    }

    private PartProcess postgres() {
        Path ready = files.ready(Part.POSTGRES);
        List<String> command = java(
                List.of("-Xmx160m", "-Xms8m"),
                DatabaseProcess.class,
                StackFiles.postgres(options.data()).toString(),
                files.folder("postgres-binaries").toString(),
                Integer.toString(options.port(Part.POSTGRES)),
                ready.toString());
        return new PartProcess(
                Part.POSTGRES,
                command,
                Map.of(DatabaseProcess.PASSWORD, databasePassword),
                files.log(Part.POSTGRES),
                files.run(),
                new FileReadiness(ready));
    }

    private PartProcess kafka() {
        Path ready = files.ready(Part.KAFKA);
        List<String> command = java(
                List.of("-Xmx320m", "-Xms64m"),
                BrokerProcess.class,
                files.folder("kafka").toString(),
                Integer.toString(options.port(Part.KAFKA)),
                Integer.toString(options.port(Part.KAFKA_CONTROLLER)),
                ready.toString());
        return new PartProcess(
                Part.KAFKA, command, Map.of(), files.log(Part.KAFKA), files.run(), new FileReadiness(ready));
    }

    private static List<String> java(List<String> jvm, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(javaCommand(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private PartProcess service(Part service) throws IOException {
        Path jar = service.program(options.home());
        if (!Files.exists(jar)) {
            throw new StackException(
                    service.label() + " is not built: " + jar + " is missing. Run ./clausewatch up, which builds it.");
        }
        List<String> command = new ArrayList<>(List.of(javaCommand()));
        command.addAll(SERVICE_JVM);
        command.addAll(List.of("-jar", jar.toString()));
        return new PartProcess(
                service,
                command,
                environment(service),
                files.log(service),
                files.run(),
                new HttpReadiness(options.port(service.management())));
    }

    private Map<String, String> environment(Part service) throws IOException {
        ExternalServers.Login database = database(service);
        Map<String, String> environment = new HashMap<>();
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("PORT", Integer.toString(options.port(service)));
        environment.put("MANAGEMENT_PORT", Integer.toString(options.port(service.management())));
        environment.put("DATABASE_URL", database.url());
        environment.put("DATABASE_USER", database.user());
        environment.put("DATABASE_PASSWORD", database.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("SERVICE_TOKEN", files.serviceToken());
        if (service == Part.CRAWLER && options.external().isEmpty()) {
            // Databases that were there already have had a key of their own.
            environment.put("EVIDENCE_KEY", files.evidenceKey());
        }
        environment.put("CRAWLER_URL", url(Part.CRAWLER));
        environment.put("ALERT_URL", url(Part.ALERT));
        environment.put("CLASSIFIER_URL", url(Part.CLASSIFIER));
        environment.put("GATEWAY_URL", url(Part.GATEWAY));
        environment.put("FIRST_KEY_FILE", apiKeyFile().toString());
        environment.put(
                "SEARCH_DIRECTORY", apiKeyFile().resolveSibling("search-index").toString());
        // On one's own machine there is no TLS, servers have whatever password they had, and receivers are local too.
        environment.put("CLAUSEWATCH_ACCESS_SECURE_COOKIE", "false");
        environment.put(
                "CLAUSEWATCH_SECRETS_ALLOW_WEAK",
                Boolean.toString(options.external().isPresent()));
        environment.put("CLAUSEWATCH_WEBHOOKS_ALLOW_PRIVATE_ADDRESSES", "true");
        environment.put("CLAUSEWATCH_FETCH_ALLOW_PRIVATE_ADDRESSES", Boolean.toString(options.allowPrivateAddresses()));
        options.declarations().ifPresent(folder -> environment.put("DECLARATIONS_DIR", folder.toString()));
        environment.putAll(options.settings());
        return environment;
    }

    private static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
