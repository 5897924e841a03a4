package dev.clausewatch.local;

import dev.clausewatch.events.Service;
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
    CRAWLER(Service.CRAWLER),
    DIFF(Service.DIFF),
    CLASSIFIER(Service.CLASSIFIER),
    ALERT(Service.ALERT),
    GATEWAY(Service.GATEWAY),
    KAFKA_CONTROLLER("kafka-controller", 19093),
    DEMO_SITE("demo-site", 8090),
    DEMO_SUBSCRIBER("demo-subscriber", 8091),
    CRAWLER_MANAGEMENT(Service.CRAWLER.label() + "-management", Service.CRAWLER.managementPort()),
    DIFF_MANAGEMENT(Service.DIFF.label() + "-management", Service.DIFF.managementPort()),
    CLASSIFIER_MANAGEMENT(Service.CLASSIFIER.label() + "-management", Service.CLASSIFIER.managementPort()),
    ALERT_MANAGEMENT(Service.ALERT.label() + "-management", Service.ALERT.managementPort()),
    GATEWAY_MANAGEMENT(Service.GATEWAY.label() + "-management", Service.GATEWAY.managementPort());

    /** The five services. */
    public static final List<Part> SERVICES = List.of(CRAWLER, DIFF, CLASSIFIER, ALERT, GATEWAY);

    private final String label;
    private final int usualPort;

    Part(Service service) {
        this(service.label(), service.port());
    }

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
