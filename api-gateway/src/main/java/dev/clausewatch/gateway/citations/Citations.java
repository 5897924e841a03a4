package dev.clausewatch.gateway.citations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes citations: names first, then what tells the text from all others, then the address. */
@ApplicationScoped
public class Citations {

    private static final int SHORT_HASH = 12;

    private final String base;

    @Inject
    Citations(CitationConfig config) {
        this(config.gatewayUrl().map(Object::toString).orElse(""));
    }

    /** Those of an installation with this public address; empty when it is not known. */
    public Citations(String publicAddress) {
        this.base =
                publicAddress.endsWith("/") ? publicAddress.substring(0, publicAddress.length() - 1) : publicAddress;
    }

    /** The address of a page or of the API, as it may be handed on: a path, or all of it where the public address is known. */
    public String address(String path) {
        return base + path;
    }

    /** A version by its place, its first day and its hash. */
    public Citation version(String document, long sequence, Instant firstSeenAt, String textHash, String snapshotId) {
        return cited(
                document + ", version " + sequence + ", first seen " + time(firstSeenAt) + ", SHA-256 "
                        + textHash.substring(0, Math.min(SHORT_HASH, textHash.length())),
                "/texts/" + snapshotId);
    }

    /**
     * A change by the versions between which it lies.
     *
     * @param from sequence of the version before; null for the first
     */
    public Citation change(String document, @Nullable Long from, long to, Instant firstSeenAt, String changeId) {
        return cited(
                document
                        + (from == null ? ", version " + to : ", change from version " + from + " to version " + to)
                        + ", first seen " + time(firstSeenAt),
                "/changes/" + changeId);
    }

    /**
     * A provision by its number, where it has one, and its first day.
     *
     * @param number as printed
     */
    public Citation provision(String document, @Nullable String number, Instant firstSeenAt, String provisionId) {
        return cited(
                document + ", " + (number == null ? "a provision" : "provision " + number) + " first seen "
                        + time(firstSeenAt),
                "/provisions/" + provisionId);
    }

    private Citation cited(String what, String path) {
        String address = address(path);
        return new Citation(what + ", Clausewatch, " + address, address);
    }

    private static Instant time(Instant exact) {
        return exact.truncatedTo(ChronoUnit.SECONDS);
    }
}
