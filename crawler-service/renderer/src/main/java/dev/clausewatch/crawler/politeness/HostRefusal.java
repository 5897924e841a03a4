package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;

/** Which failures are about a whole host and not about one of its pages. */
public final class HostRefusal {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private HostRefusal() {}

    /** Whether nothing else should be asked of the host for a while. */
    public static boolean in(Failed failed) {
        Integer status = failed.status();
        boolean sentAway = status != null && (status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE);
        return sentAway || isUnreachable(failed);
    }

    /** No connection at all: the other pages of the host would fail the same way. */
    public static boolean isUnreachable(Failed failed) {
        return failed.status() == null
                && (failed.reason() == FailureReason.UNREACHABLE || failed.reason() == FailureReason.DNS);
    }
}
