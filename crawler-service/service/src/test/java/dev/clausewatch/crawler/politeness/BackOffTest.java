package dev.clausewatch.crawler.politeness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(60), Duration.ofDays(1), 0.1);

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "11, PT17H4M", "12, PT24H", "1000, PT24H"})
    void doublesWithEachRefusalUpToADay(int refusals, Duration wait) {
        assertEquals(wait, backOff.wait(refusals, null, 0));
    }

    @ParameterizedTest
    @CsvSource({"PT10S, PT10S", "PT3H, PT3H", "PT72H, PT24H", "PT0S, PT4M"})
    void staysAwayAsLongAsTheHostAsksUpToADay(Duration asked, Duration wait) {
        assertEquals(wait, backOff.wait(3, asked, 0));
    }

    @Test
    void comesBackALittleLaterThanAllowed() {
        assertEquals(Duration.ofSeconds(63), backOff.wait(1, null, 0.5));
        assertEquals(Duration.ofSeconds(110), backOff.wait(1, Duration.ofSeconds(100), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_STATUS, 429, true",
        "HTTP_STATUS, 503, true",
        "ROBOTS_UNREACHABLE, 503, true",
        "HTTP_STATUS, 500, false",
        "HTTP_STATUS, 403, false",
        "UNREACHABLE, , true",
        "DNS, , true",
        "TIMEOUT, , false",
        "CONNECTION_LOST, , false",
        "TLS, , false",
        "ROBOTS_DISALLOWED, , false"
    })
    void tellsAHostThatSendsUsAwayFromAPageThatFails(FailureReason reason, @Nullable Integer status, boolean host) {
        URI url = URI.create("https://nimbus.example/terms");
        assertEquals(host, HostRefusal.in(new Failed(reason, "It failed.", url, status, null)));
    }
}
