package dev.clausewatch.crawler.politeness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.fetch.FetchOutcome;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.PageFetcher;
import dev.clausewatch.crawler.fetch.PageRequest;
import dev.clausewatch.crawler.fetch.RequestGate;
import dev.clausewatch.crawler.fetch.Validators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks addresses against robots.txt (RFC 9309). A missing file allows everything, an unreadable one nothing. */
public final class Robots {

    /** As much as RFC 9309 asks to read. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_WARNINGS = 5;

    private final PageFetcher fetcher;
    private final RobotsCache kept;
    private final RobotsSettings settings;
    private final Clock clock;
    private final Cache<String, Known> cache;

    /**
     * Knows nothing of any site yet.
     *
     * @param kept what is remembered beyond this process
     */
    public Robots(PageFetcher fetcher, RobotsCache kept, RobotsSettings settings, Clock clock) {
        this.fetcher = fetcher;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.hosts())
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .expireAfter(
                        Expiry.<String, Known>writing((site, known) -> Duration.between(clock.instant(), known.until)))
                .build();
    }

    /** Either rules, or why there are none. */
    private record Known(
            @Nullable BaseRobotRules rules, @Nullable Failed failure, Instant until) {}

    /** Whether an address may be asked for; asks the site for its file where none is known that is still believed. Thread-safe. */
    public RobotsDecision check(URI url) {
        Known known = known(url);
        Failed failure = known.failure;
        BaseRobotRules rules = known.rules;
        if (failure != null || rules == null) {
            return new RobotsDecision.Refused(failure == null ? unreadable(url, "unknown") : failure);
        }
        if (!rules.isAllowed(url.toString())) {
            return new RobotsDecision.Refused(new Failed(
                    FailureReason.ROBOTS_DISALLOWED,
                    "The site's robots.txt does not allow this address; ask the site, or declare another one.",
                    url));
        }
        return new RobotsDecision.Allowed(delay(rules));
    }

    private Duration delay(BaseRobotRules rules) {
        Duration asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        Duration bounded = asked.compareTo(settings.longestDelay()) > 0 ? settings.longestDelay() : asked;
        return bounded.compareTo(settings.delay()) > 0 ? bounded : settings.delay();
    }

    private Known known(URI url) {
        String site = url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getRawAuthority();
        Known known = cache.getIfPresent(site);
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        URI address = URI.create(site + "/robots.txt");
        Known fresh = kept.find(site, now).map(file -> known(address, file)).orElseGet(() -> read(site, address, now));
        cache.put(site, fresh);
        return fresh;
    }

    private Known read(String site, URI robots, Instant now) {
        return switch (fetcher.fetch(new PageRequest(robots, Validators.NONE, true), RequestGate.OPEN)) {
            case FetchOutcome.Fetched fetched ->
                keep(site, robots, new RawBytes(beginning(fetched.page().body().array())), now);
            case FetchOutcome.NotModified unasked -> doubted(unreadable(robots, "304"), now);
            case Failed failed ->
                absent(failed) ? keep(site, robots, null, now) : doubted(refusal(robots, failed), now);
        };
    }

    private Known keep(String site, URI robots, @Nullable RawBytes content, Instant now) {
        RobotsFile file = new RobotsFile(content, now.plus(settings.believed()));
        kept.save(site, file, now);
        return known(robots, file);
    }

    private Known known(URI robots, RobotsFile file) {
        RawBytes content = file.content();
        BaseRobotRules rules =
                content == null ? parser().failedFetch(404) : rules(robots, content.array(), settings.robotName());
        return new Known(rules, null, file.believedUntil());
    }

    /** What cannot be read is a no, and asked for again soon; where the whole host is left alone, as soon as that ends. */
    private Known doubted(Failed failure, Instant now) {
        return new Known(null, failure, HostRefusal.in(failure) ? now : now.plus(settings.retry()));
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
