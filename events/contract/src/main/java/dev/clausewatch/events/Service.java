package dev.clausewatch.events;

/** The services that write and read topics, with their usual ports. */
public enum Service {
    CRAWLER("crawler-service", 8081),
    DIFF("diff-service", 8082),
    CLASSIFIER("classifier-service", 8083),
    ALERT("alert-service", 8084),
    GATEWAY("api-gateway", Service.GATEWAY_PORT);

    /** The usual port of the service that people and programs call. */
    public static final int GATEWAY_PORT = 8080;

    private static final int FROM_PORT_TO_MANAGEMENT = 1000;

    private final String label;
    private final int port;

    Service(String label, int port) {
        this.label = label;
        this.port = port;
    }

    /** Its name, which is its application's name and part of the names of its dead-letter topics. */
    public String label() {
        return label;
    }

    /** Default HTTP port. */
    public int port() {
        return port;
    }

    /** Default port of health checks and metrics. */
    public int managementPort() {
        return port + FROM_PORT_TO_MANAGEMENT;
    }

    /**
     * The service of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Service byLabel(String label) {
        for (Service service : values()) {
            if (service.label.equals(label)) {
                return service;
            }
        }
        throw new IllegalArgumentException("No service is named " + label);
    }
}
