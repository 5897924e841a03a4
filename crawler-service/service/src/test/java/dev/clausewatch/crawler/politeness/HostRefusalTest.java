package dev.clausewatch.crawler.politeness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRefusalTest {

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
