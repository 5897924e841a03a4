package dev.clausewatch.crawler.politeness;

import dev.clausewatch.crawler.fetch.FetchOutcome;
import java.time.Duration;

/** What robots.txt says about an address. */
public sealed interface RobotsDecision {

    /** It may be asked, with a pause between two requests. */
    record Allowed(Duration delay) implements RobotsDecision {}

    /** It may not, or nobody knows. */
    record Refused(FetchOutcome.Failed failure) implements RobotsDecision {}
}
