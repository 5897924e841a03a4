package dev.clausewatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a local stack, in the order in which they start, with their usual ports. */
public enum Part {
    POSTGRES("postgres", 15432),
    KAFKA("kafka", 19092),
    CRAWLER("crawler-service", 8081),
    DIFF("diff-service", 8082),
    CLASSIFIER("classifier-service", 8083),
    ALERT("alert-service", 8084),
    GATEWAY("api-gateway", 8080),
    KAFKA_CONTROLLER("kafka-controller", 19093),
    DEMO_SITE("demo-site", 8090),
    DEMO_SUBSCRIBER("demo-subscriber", 8091),
    CRAWLER_MANAGEMENT("crawler-service-management", 9081),
    DIFF_MANAGEMENT("diff-service-management", 9082),
    CLASSIFIER_MANAGEMENT("classifier-service-management", 9083),
    ALERT_MANAGEMENT("alert-service-management", 9084),
    GATEWAY_MANAGEMENT("api-gateway-management", 9080);

    /** The five services. */
    public static final List<Part> SERVICES = List.of(CRAWLER, DIFF, CLASSIFIER, ALERT, GATEWAY);

    private final String label;
    private final int usualPort;

    Part(String label, int usualPort) {
        this.label = label;
        this.usualPort = usualPort;
    }

    /** Its name in options, messages and file names; a service's is that of its folder. */
    public String label() {
        return label;
    }

    /** What a service is started from: built in its folder, or in the module {@code service} beside its cores. */
    public Path program(Path home) {
        Path folder = home.resolve(label);
        Path module = folder.resolve("service");
        return (Files.isDirectory(module) ? module : folder).resolve("target/quarkus-app/quarkus-run.jar");
    }

    int usualPort() {
        return usualPort;
    }

    /** The part that stands for the port of a service's health and metrics. */
    Part management() {
        return valueOf(name() + "_MANAGEMENT");
    }

    /** The database and role of a service. */
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> byLabel(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label) || part.database().equals(label))
                .findFirst();
    }
}
