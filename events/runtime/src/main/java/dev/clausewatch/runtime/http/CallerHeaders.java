package dev.clausewatch.runtime.http;

/**
 * How the gateway tells a service for whom it asks. They count only beside the service token; a request without them is of a service itself,
 * or of a gateway of an earlier release.
 */
public final class CallerHeaders {

    /** The id of the API key. */
    public static final String KEY = "Clausewatch-Key";

    /** {@code true} where the key has the scope admin. */
    public static final String ADMIN = "Clausewatch-Admin";

    private CallerHeaders() {}
}
