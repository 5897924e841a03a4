package dev.clausewatch.crawler.fetch;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.fetch.Deadlines.Deadline;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.crawler.fetch.FetchOutcome.Fetched;
import dev.clausewatch.crawler.fetch.FetchOutcome.NotModified;
import dev.clausewatch.events.Limits;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Fetches one page. Thread-safe; blocks the calling thread for the configured deadline at most, the gate's waits apart. */
@ApplicationScoped
public class PageFetcher {

    private final FetchConfig config;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    public PageFetcher(FetchConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.client = HttpEngine.client(config);
    }

    @PreDestroy
    void close() {
        HttpEngine.close(client);
        deadlines.close();
    }

    /** One answer: the end, or where to go on. */
    private sealed interface Answer {
        record Final(FetchOutcome outcome) implements Answer {}

        record Redirect(int status, String location) implements Answer {}
    }

    /** Fetches a page and follows its redirects; every hop passes the gate. */
    public FetchOutcome fetch(PageRequest request, HopGate gate) {
        URI url = withoutFragment(request.url());
        Redirects redirects = new Redirects(config.redirects(), url);
        Duration left = config.deadline();
        while (true) {
            Failed refused = gate.enter(url);
            if (refused != null) {
                return refused;
            }
            long started = System.nanoTime();
            Answer answer = ask(url, request, left);
            left = left.minusNanos(System.nanoTime() - started);
            switch (answer) {
                case Answer.Final end -> {
                    return end.outcome();
                }
                case Answer.Redirect redirect -> {
                    switch (redirects.follow(url, redirect.location(), redirect.status())) {
                        case Redirects.Step.To to -> url = to.url();
                        case Redirects.Step.Refused stop -> {
                            return stop.failure();
                        }
                    }
                }
            }
        }
    }

    private Answer ask(URI url, PageRequest request, Duration time) {
        HttpGet get = new HttpGet(url);
        get.setHeader(
                HttpHeaders.ACCEPT,
                request.anyType() ? "*/*" : "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9");
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        Validators validators = request.validators();
        if (validators.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, validators.etag());
        }
        if (validators.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        }
        try (Deadline deadline = deadlines.in(time, get::abort)) {
            return ask(url, request, get, deadline);
        }
    }

    private Answer ask(URI url, PageRequest request, HttpGet get, Deadline deadline) {
        Answer answer = null;
        try (ClassicHttpResponse response = client.executeOpen(null, get, null)) {
            try {
                answer = read(url, request, response);
            } finally {
                if (!wholeAnswer(answer)) {
                    // Closing would read the rest first, and an endless body has no rest.
                    get.abort();
                }
            }
            return answer;
        } catch (IOException e) {
            if (answer != null) {
                return answer;
            }
            return new Answer.Final(
                    deadline.isOver() ? Failures.deadline(url, config.deadline()) : Failures.of(url, e));
        } catch (RuntimeException e) {
            // The client wraps what an address or an answer makes impossible in various unchecked exceptions.
            return new Answer.Final(new Failed(FailureReason.UNREACHABLE, "The answer is not HTTP: " + e, url));
        }
    }

    private static boolean wholeAnswer(@Nullable Answer answer) {
        return answer instanceof Answer.Final end && !(end.outcome() instanceof Failed);
    }

    private Answer read(URI url, PageRequest request, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        boolean redirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        if (redirect && location != null) {
            return new Answer.Redirect(status, location.getValue());
        }
        if (status == 304 && !request.validators().none()) {
            return new Answer.Final(new NotModified(clock.instant()));
        }
        if (status != 200) {
            return new Answer.Final(Failures.status(url, response, clock.instant()));
        }
        return new Answer.Final(page(url, request, response));
    }

    private FetchOutcome page(URI url, PageRequest request, ClassicHttpResponse response) throws IOException {
        ResponseHeaders headers = new ResponseHeaders(response);
        var type = MediaTypes.parse(headers.first(HttpHeaders.CONTENT_TYPE));
        if (type != null && !request.anyType() && !MediaTypes.readable(mediaType(type.getMimeType()))) {
            return Failures.type(url, type.getMimeType());
        }
        byte[] body = response.getEntity() == null
                ? new byte[0]
                : BoundedBody.read(
                        response.getEntity().getContent(),
                        headers.first(HttpHeaders.CONTENT_ENCODING),
                        Limits.RAW_PAGE_BYTES);
        String mediaType = type == null ? MediaTypes.sniff(body) : mediaType(type.getMimeType());
        if (mediaType == null && !request.anyType()) {
            return Failures.type(url, "not said, and the bytes are no text");
        }
        return new Fetched(new FetchedPage(
                url,
                response.getCode(),
                mediaType,
                type == null || type.getCharset() == null
                        ? null
                        : type.getCharset().name(),
                new RawBytes(body),
                headers.all(),
                new Validators(headers.first(HttpHeaders.ETAG), headers.first(HttpHeaders.LAST_MODIFIED)),
                clock.instant()));
    }

    private static String mediaType(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static URI withoutFragment(URI url) {
        String address = url.toString();
        int fragment = address.indexOf('#');
        return fragment < 0 ? url : URI.create(address.substring(0, fragment));
    }
}
