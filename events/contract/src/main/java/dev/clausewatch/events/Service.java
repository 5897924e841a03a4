package dev.clausewatch.events;

/** The services that write and read topics. */
public enum Service {
    CRAWLER("crawler-service"),
    DIFF("diff-service"),
    CLASSIFIER("classifier-service"),
    ALERT("alert-service"),
    GATEWAY("api-gateway");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** Its name, which is its application's name and part of the names of its dead-letter topics. */
    public String label() {
        return label;
    }

    /**
     * The service of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Service labelled(String label) {
        for (Service service : values()) {
            if (service.label.equals(label)) {
                return service;
            }
        }
        throw new IllegalArgumentException("No service is named " + label);
    }
}
