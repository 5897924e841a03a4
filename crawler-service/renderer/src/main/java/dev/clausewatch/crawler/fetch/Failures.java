package dev.clausewatch.crawler.fetch;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.runtime.net.ForbiddenAddressException;
import dev.clausewatch.runtime.net.RetryAfter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in our words: a stable reason, and a sentence that says what to do. */
final class Failures {

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private Failures() {}

    static Failed of(URI url, IOException e) {
        return switch (e) {
            case ForbiddenAddressException forbidden ->
                new Failed(
                        FailureReason.FORBIDDEN_ADDRESS,
                        "The host %s has an address that is not public. Allow private addresses only for tests and intranets."
                                .formatted(url.getHost()),
                        url);
            case UnknownHostException unknown ->
                new Failed(
                        FailureReason.DNS,
                        "The host %s has no address. Check how it is written.".formatted(url.getHost()),
                        url);
            case ConnectTimeoutException silent -> unreachable(url, silent);
            case SocketTimeoutException timeout ->
                new Failed(FailureReason.TIMEOUT, "The server does not answer in time.", url);
            case SSLException tls ->
                new Failed(FailureReason.TLS, "The connection cannot be made secure: " + tls.getMessage(), url);
            case BoundedBody.TooLargeException large ->
                new Failed(FailureReason.TOO_LARGE, "Not read: " + large.getMessage() + ".", url);
            case BoundedBody.UnknownEncodingException encoding ->
                new Failed(FailureReason.UNSUPPORTED_TYPE, "Not read: " + encoding.getMessage() + ".", url);
            case MessageConstraintException large ->
                new Failed(
                        FailureReason.TOO_LARGE,
                        "Not read: the head of the answer is too large: " + large.getMessage() + ".",
                        url);
            case ConnectException refused -> unreachable(url, refused);
            case NoRouteToHostException away -> unreachable(url, away);
            default -> new Failed(FailureReason.CONNECTION_LOST, "No whole answer: " + e.getMessage(), url);
        };
    }

    private static Failed unreachable(URI url, IOException e) {
        return new Failed(FailureReason.UNREACHABLE, "No connection: " + e.getMessage(), url);
    }

    static Failed deadline(URI url, Duration deadline) {
        return new Failed(
                FailureReason.TIMEOUT,
                "The page did not come whole within %d seconds.".formatted(Math.max(1, deadline.toSeconds())),
                url);
    }

    static Failed unasked(URI url) {
        return new Failed(
                FailureReason.HTTP_STATUS,
                "The server answered that nothing changed (304), although it was asked for the whole page.",
                url,
                304,
                null);
    }

    static Failed status(URI url, HttpResponse response, Instant now) {
        int status = response.getCode();
        @Nullable Duration wait = status == 429 || status == 503 ? retryAfter(response, now) : null;
        String advice = switch (status) {
            case 401, 403 -> " The site refuses us; the page may need a login or blocks robots.";
            case 404, 410 -> " The page is gone; declare its new address.";
            case 429 -> " The site wants fewer requests.";
            default -> "";
        };
        return new Failed(FailureReason.HTTP_STATUS, "The server answered " + status + "." + advice, url, status, wait);
    }

    private static @Nullable Duration retryAfter(HttpResponse response, Instant now) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        @Nullable Duration asked = header == null ? null : RetryAfter.parse(header.getValue(), now);
        return asked == null || asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
    }

    static Failed type(URI url, String mediaType) {
        return new Failed(
                FailureReason.UNSUPPORTED_TYPE,
                "The type is %s; HTML, Markdown, plain text and PDF can be read.".formatted(mediaType),
                url,
                200,
                null);
    }
}
