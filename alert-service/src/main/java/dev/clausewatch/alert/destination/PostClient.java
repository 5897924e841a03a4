package dev.clausewatch.alert.destination;

import dev.clausewatch.runtime.net.ForbiddenAddressException;
import dev.clausewatch.runtime.net.GuardedDns;
import dev.clausewatch.runtime.net.RetryAfter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts JSON: no redirects, no cookies, no retries of its own, private addresses refused at connect time, and a deadline over the whole
 * exchange, so that a receiver that answers one byte a minute does not occupy a connection for long. Blocks; thread-safe.
 */
@Singleton
public class PostClient {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private static final int RESPONSE_BYTES = 4096;
    private static final int KEPT_RESPONSE_BYTES = 1024;

    private final CloseableHttpClient http;
    private final Duration timeout;
    private final ScheduledThreadPoolExecutor deadlines;

    @Inject
    PostClient(DestinationConfig config) {
        this(config.allowPrivateAddresses(), config.timeout(), config.connections());
    }

    /**
     * One of its own, where there are no beans.
     *
     * @param timeout of one attempt as a whole
     * @param connections how many are open at most
     */
    public PostClient(boolean allowPrivateAddresses, Duration timeout, int connections) {
        this.timeout = timeout;
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
        Timeout httpTimeout = Timeout.of(timeout);
        ConnectionConfig connection = ConnectionConfig.custom()
                .setConnectTimeout(httpTimeout)
                .setSocketTimeout(httpTimeout)
                // A connection that the receiver closed while it was idle would look like a lost answer.
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedDns(allowPrivateAddresses))
                        .setDefaultConnectionConfig(connection)
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(httpTimeout)
                        .setConnectionRequestTimeout(httpTimeout)
                        .build())
                .setUserAgent("Clausewatch-Webhooks/1")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Makes one attempt.
     *
     * @param json the body
     * @param headers beside those of HTTP
     * @param at the time of the attempt, from which a date in {@code Retry-After} is counted
     */
    public SendResult post(URI url, byte[] json, Map<String, String> headers, Instant at) {
        long start = System.nanoTime();
        HttpPost post = new HttpPost(url);
        TracedBody body = new TracedBody(json);
        post.setEntity(body);
        headers.forEach(post::setHeader);
        Deadline deadline = new Deadline(post);
        Future<?> pending = deadlines.schedule(deadline, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = http.executeOpen(null, post, null);
            AttemptOutcome outcome = outcome(response, at);
            return new SendResult(outcome, since(start), beginningAndEnd(response, post));
        } catch (IOException e) {
            AttemptOutcome.Fault fault = deadline.passed ? AttemptOutcome.Fault.TIMEOUT : fault(e);
            AttemptOutcome outcome =
                    body.started ? new AttemptOutcome.Unanswered(fault) : new AttemptOutcome.Unreachable(fault);
            return new SendResult(outcome, since(start), "");
        } finally {
            pending.cancel(false);
        }
    }

    private static AttemptOutcome outcome(ClassicHttpResponse response, Instant at) {
        int status = response.getCode();
        if (status / 100 == 2) {
            return new AttemptOutcome.Accepted(status);
        }
        Header retryAfter = status == 429 || status == 503 ? response.getFirstHeader("Retry-After") : null;
        String value = retryAfter == null ? null : retryAfter.getValue();
        return new AttemptOutcome.Refused(status, RetryAfter.parse(value, at));
    }

    /** Only the status counts. If the response body breaks off or does not end, only the connection is lost. */
    private static String beginningAndEnd(ClassicHttpResponse response, HttpPost post) {
        String beginning = "";
        try (response) {
            HttpEntity entity = response.getEntity();
            byte[] bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(RESPONSE_BYTES);
            beginning = printable(bytes);
            if (bytes.length == RESPONSE_BYTES) {
                // Closing would read on to the end, to keep the connection.
                boolean unused = post.cancel();
            }
            return beginning;
        } catch (IOException e) {
            return beginning;
        }
    }

    private static String printable(byte[] bytes) {
        int length = Math.min(bytes.length, KEPT_RESPONSE_BYTES);
        return UNPRINTABLE
                .matcher(new String(bytes, 0, length, StandardCharsets.UTF_8))
                .replaceAll("\uFFFD");
    }

    private static AttemptOutcome.Fault fault(IOException e) {
        return switch (e) {
            case ForbiddenAddressException forbidden -> AttemptOutcome.Fault.FORBIDDEN_ADDRESS;
            case UnknownHostException unknown -> AttemptOutcome.Fault.UNKNOWN_HOST;
            case SocketTimeoutException slow -> AttemptOutcome.Fault.TIMEOUT;
            case ConnectException refused -> AttemptOutcome.Fault.CONNECTION_REFUSED;
            case SSLException tls -> AttemptOutcome.Fault.TLS;
            default ->
                e.getCause() instanceof ProtocolException
                        ? AttemptOutcome.Fault.BAD_ANSWER
                        : AttemptOutcome.Fault.CONNECTION_LOST;
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    /** Knows whether the receiver could have seen any of it. */
    private static final class TracedBody extends HttpEntityWrapper {

        private volatile boolean started;

        TracedBody(byte[] bytes) {
            super(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            started = true;
            super.writeTo(out);
        }
    }

    private static final class Deadline implements Runnable {

        private final HttpPost post;
        private volatile boolean passed;

        Deadline(HttpPost post) {
            this.post = post;
        }

        @Override
        public void run() {
            passed = true;
            boolean unused = post.cancel();
        }
    }
}
