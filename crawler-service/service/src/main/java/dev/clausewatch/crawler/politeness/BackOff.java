package dev.clausewatch.crawler.politeness;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a host that sends us away is left alone: as long as it asks, otherwise a first wait that doubles each time. The curve and
 * its numbers are those of Apache StormCrawler (pull requests 1973 and 1984) and Apache Nutch (NUTCH-2946).
 *
 * @param first wait after the first refusal
 * @param longest wait after any number of them
 * @param jitter longest part of a wait that is added to it, such as 0.1, so that hosts do not all come back at once
 */
record BackOff(Duration first, Duration longest, double jitter) {

    private static final int DOUBLINGS = 30;

    /**
     * The wait after a refusal.
     *
     * @param refusals in a row, this one included
     * @param asked what the host asked for itself; nothing or no time counts as not said
     * @param random between 0 and 1
     */
    Duration wait(int refusals, @Nullable Duration asked, double random) {
        Duration wait = asked == null || asked.isZero() ? doubled(refusals) : asked;
        Duration bounded = wait.compareTo(longest) > 0 ? longest : wait;
        return bounded.plusMillis(Math.round(bounded.toMillis() * jitter * random));
    }

    private Duration doubled(int refusals) {
        long factor = 1L << Math.min(DOUBLINGS, Math.max(0, refusals - 1));
        return first.toMillis() > longest.toMillis() / factor ? longest : first.multipliedBy(factor);
    }
}
