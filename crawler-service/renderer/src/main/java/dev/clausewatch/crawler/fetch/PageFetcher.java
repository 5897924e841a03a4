package dev.clausewatch.crawler.fetch;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.fetch.Deadlines.Deadline;
import dev.clausewatch.crawler.fetch.FetchOutcome.Failed;
import dev.clausewatch.runtime.net.GuardedDns;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one page. Thread-safe; blocks the calling thread for the configured deadline at most, the gate's waits and the look-up of
 * names apart.
 */
public final class PageFetcher implements AutoCloseable {

    private final FetchSettings settings;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    /** Connects to public addresses only, unless the configuration allows others. */
    public PageFetcher(FetchSettings settings, Clock clock) {
        this(settings, clock, new GuardedDns(settings.allowPrivateAddresses()));
    }

    PageFetcher(FetchSettings settings, Clock clock, GuardedDns names) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpEngine.client(settings, names);
    }

    @Override
    public void close() {
        HttpEngine.close(client);
        deadlines.close();
    }

    /** Fetches a page and follows its redirects; every hop passes the gate. */
    public FetchOutcome fetch(PageRequest request, RequestGate gate) {
        URI url = withoutFragment(request.url());
        Redirects redirects = new Redirects(settings.redirects(), url);
        Duration left = settings.deadline();
        while (true) {
            Failed refused = gate.enter(url);
            if (refused != null) {
                return refused;
            }
            long started = System.nanoTime();
            RequestOutcome answer = ask(url, request, left);
            left = left.minusNanos(System.nanoTime() - started);
            switch (answer) {
                case RequestOutcome.Final end -> {
                    return end.outcome();
                }
                case RequestOutcome.Redirect redirect -> {
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

    private RequestOutcome ask(URI url, PageRequest request, Duration time) {
        HttpGet get = new HttpGet(url);
        set(get, HttpHeaders.ACCEPT, request.anyType() ? "*/*" : MediaTypes.ACCEPTED);
        set(get, HttpHeaders.ACCEPT_ENCODING, BoundedBody.ACCEPTED);
        Validators validators = request.validators();
        boolean conditional = validators.hold(url, clock.instant(), settings.believeNotModified());
        if (conditional) {
            set(get, HttpHeaders.IF_NONE_MATCH, validators.etag());
            set(get, HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        }
        ResponseReader reader = new ResponseReader(url, request.anyType(), conditional, clock);
        try (Deadline deadline = deadlines.in(time, get::abort)) {
            return ask(url, reader, get, deadline);
        }
    }

    private RequestOutcome ask(URI url, ResponseReader reader, HttpGet get, Deadline deadline) {
        RequestOutcome answer = null;
        try (ClassicHttpResponse response = client.executeOpen(null, get, null)) {
            try {
                answer = reader.read(response);
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
            return new RequestOutcome.Final(
                    deadline.isOver() ? Failures.deadline(url, settings.deadline()) : Failures.of(url, e));
        } catch (RuntimeException e) {
            // The client wraps what an address or an answer makes impossible in various unchecked exceptions.
            return new RequestOutcome.Final(
                    new Failed(FailureReason.CONNECTION_LOST, "The answer is not HTTP: " + e, url));
        }
    }

    private static boolean wholeAnswer(@Nullable RequestOutcome answer) {
        return answer instanceof RequestOutcome.Final end && !(end.outcome() instanceof Failed);
    }

    private static void set(HttpGet get, String name, @Nullable String value) {
        if (value != null) {
            get.setHeader(name, value);
        }
    }

    private static URI withoutFragment(URI url) {
        String address = url.toString();
        int fragment = address.indexOf('#');
        return fragment < 0 ? url : URI.create(address.substring(0, fragment));
    }
}
