package dev.clausewatch.crawler.politeness;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.HopGate;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.PageRequest;
import dev.clausewatch.crawler.fetch.Validators;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RFC 9309: who is told to stay away stays away; a file that is not there allows all, one that cannot be read nothing. */
@ApplicationScoped
class Robots {

    /** As much as RFC 9309 asks to read. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_WARNINGS = 5;

    private final PageFetcher fetcher;
    private final PolitenessConfig config;
    private final Clock clock;
    private final Map<String, Known> cache;

    Robots(PageFetcher fetcher, PolitenessConfig config, Clock clock) {
        this.fetcher = fetcher;
        this.config = config;
        this.clock = clock;
        this.cache = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                return size() > config.robotsHosts();
            }
        };
    }

    /** Either rules, or why there are none. */
    private record Known(
            @Nullable BaseRobotRules rules, @Nullable Failed failure, Instant until) {}

    RobotsVerdict check(URI url) {
        Known known = known(url);
        Failed failure = known.failure;
        BaseRobotRules rules = known.rules;
        if (failure != null || rules == null) {
            return new RobotsVerdict.Refused(failure == null ? unreadable(url, "unknown") : failure);
        }
        if (!rules.isAllowed(url.toString())) {
            return new RobotsVerdict.Refused(new Failed(
                    FailureReason.ROBOTS_DISALLOWED,
                    "The site's robots.txt does not allow this address; ask the site, or declare another one.",
                    url));
        }
        return new RobotsVerdict.Allowed(delay(rules));
    }

    private Duration delay(BaseRobotRules rules) {
        Duration asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        Duration bounded = asked.compareTo(config.longestDelay()) > 0 ? config.longestDelay() : asked;
        return bounded.compareTo(config.delay()) > 0 ? bounded : config.delay();
    }

    private Known known(URI url) {
        String site = url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getRawAuthority();
        Instant now = clock.instant();
        synchronized (cache) {
            Known known = cache.get(site);
            if (known != null && known.until.isAfter(now)) {
                return known;
            }
        }
        Known fresh = read(URI.create(site + "/robots.txt"), now);
        synchronized (cache) {
            cache.put(site, fresh);
        }
        return fresh;
    }

    private Known read(URI robots, Instant now) {
        Instant believed = now.plus(config.robotsCache());
        Instant doubted = now.plus(config.robotsRetry());
        return switch (fetcher.fetch(new PageRequest(robots, Validators.NONE, true), HopGate.OPEN)) {
            case FetchOutcome.Fetched fetched -> new Known(parse(robots, fetched), null, believed);
            case FetchOutcome.NotModified unasked -> new Known(null, unreadable(robots, "304"), doubted);
            case Failed failed ->
                absent(failed)
                        ? new Known(parser().failedFetch(404), null, believed)
                        : new Known(null, refusal(robots, failed), doubted);
        };
    }

    private BaseRobotRules parse(URI robots, FetchOutcome.Fetched fetched) {
        return rules(robots, fetched.page().body().array(), config.robotName());
    }

    static BaseRobotRules rules(URI robots, byte[] file, String robotName) {
        return parser().parseContent(
                        robots.toString(), beginning(file), "text/plain", List.of(robotName.toLowerCase(Locale.ROOT)));
    }

    /** Left to itself, the parser takes a long delay for a no; how long we wait is bounded anyway. */
    private static SimpleRobotRulesParser parser() {
        return new SimpleRobotRulesParser(Long.MAX_VALUE, MOST_WARNINGS);
    }

    /** Whole lines only: half a path forbids more than the whole one. */
    private static byte[] beginning(byte[] file) {
        if (file.length <= MOST_BYTES) {
            return file;
        }
        int end = MOST_BYTES;
        while (end > 0 && file[end - 1] != '\n' && file[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(file, end);
    }

    private static boolean absent(Failed failed) {
        Integer status = failed.status();
        boolean none = status != null && status >= 400 && status < 500 && status != 429;
        return none || failed.reason() == FailureReason.TOO_MANY_REDIRECTS;
    }

    /** A host that cannot be reached at all is said to be so: the page would fail the same way. */
    private static Failed refusal(URI robots, Failed failed) {
        return switch (failed.reason()) {
            case DNS, FORBIDDEN_ADDRESS, UNREACHABLE, TLS -> failed;
            default ->
                new Failed(
                        FailureReason.ROBOTS_UNREACHABLE,
                        "The site's robots.txt cannot be read, which counts as a no: " + failed.detail(),
                        robots,
                        failed.status(),
                        failed.retryAfter());
        };
    }

    private static Failed unreadable(URI robots, String why) {
        return new Failed(FailureReason.ROBOTS_UNREACHABLE, "The site's robots.txt cannot be read: " + why, robots);
    }
}
