package dev.clausewatch.crawler.fetch;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The redirects of one fetch: how many, where to, and whether they may be followed. */
public final class Redirects {

    /** Where to go on, or why not. */
    public sealed interface Step {
        record To(URI url) implements Step {}

        record Refused(Failed failure) implements Step {}
    }

    private final int limit;
    private final Set<URI> seen = new HashSet<>();

    /** Nothing followed yet. */
    public Redirects(int limit, URI start) {
        this.limit = limit;
        seen.add(start);
    }

    /** The next address, or why it is not followed. */
    public Step follow(URI from, String location, int status) {
        URI to = resolve(from, location);
        if (to == null) {
            return refused(from, status, "it redirects to something that is not an address: " + location);
        }
        boolean web = "http".equalsIgnoreCase(to.getScheme()) || "https".equalsIgnoreCase(to.getScheme());
        if (!web || to.getHost() == null || to.getUserInfo() != null) {
            return refused(from, status, "it redirects to " + to + ", which is not a plain http or https address");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
            return refused(from, status, "it redirects from https to http: " + to);
        }
        if (!seen.add(to)) {
            return new Step.Refused(new Failed(
                    FailureReason.TOO_MANY_REDIRECTS,
                    "It redirects in a circle, back to " + to + ".",
                    from,
                    status,
                    null));
        }
        if (seen.size() > limit + 1) {
            return new Step.Refused(new Failed(
                    FailureReason.TOO_MANY_REDIRECTS,
                    "It redirects more than %d times. Declare the address it ends at.".formatted(limit),
                    from,
                    status,
                    null));
        }
        return new Step.To(to);
    }

    private static Step refused(URI from, int status, String why) {
        return new Step.Refused(
                new Failed(FailureReason.REDIRECT_REFUSED, "Not followed: " + why + ".", from, status, null));
    }

    private static @Nullable URI resolve(URI from, String location) {
        try {
            String reference = upTo('#', location.strip().replace(" ", "%20"));
            if (reference.isEmpty()) {
                return null;
            }
            // URI.resolve drops the last part of the path before a query.
            return reference.startsWith("?")
                    ? URI.create(upTo('?', upTo('#', from.toString())) + reference)
                    : withPath(from).resolve(reference);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** URI.resolve would make one word of the host and a relative path. */
    private static URI withPath(URI url) {
        return url.getRawPath().isEmpty() ? url.resolve("/") : url;
    }

    private static String upTo(char mark, String address) {
        int end = address.indexOf(mark);
        return end < 0 ? address : address.substring(0, end);
    }
}
