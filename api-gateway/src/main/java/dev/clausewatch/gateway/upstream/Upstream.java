package dev.clausewatch.gateway.upstream;

import dev.clausewatch.gateway.http.ApiProblems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Forwards a command to its service and returns the response. Addresses in its headers and its problems are rewritten to those of the
 * gateway. Thread-safe.
 */
final class Upstream {

    private static final Pattern TRAILING_SLASHES = Pattern.compile("(?<!/)/++$");

    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private static final int FIRST_ERROR = 400;
    private static final int LONGEST_PROBLEM = 1 << 20;
    private static final String OUR_PREFIX = "/api/v1";
    private static final List<String> PASSED_BACK =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER);

    private static final List<String> OF_A_FILE = List.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_DISPOSITION);

    private final String service;
    private final URI base;
    private final Duration timeout;
    private final String token;
    private final HttpClient http;

    Upstream(String service, URI base, Duration timeout, String token) {
        this.service = service;
        this.base = base;
        this.timeout = timeout;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** A part of a path, taken literally. */
    static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Passes a request on.
     *
     * @param path with its parts encoded
     * @param query as it came
     * @param body JSON as it came
     */
    Response pass(String method, String path, @Nullable String query, byte @Nullable [] body) {
        return pass(method, path, query, body, Map.of());
    }

    /**
     * The same with headers.
     *
     * @param headers of our own, none of the caller's
     */
    Response pass(
            String method, String path, @Nullable String query, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest request = request(method, path, query, body, timeout, headers);
        HttpResponse<byte[]> answer = send(request, HttpResponse.BodyHandlers.ofByteArray());
        refuse(answer, answer.body());
        return back(answer, answer.body().length > 0 ? answer.body() : null);
    }

    /**
     * The same for an answer that may be larger than memory: it is handed on while it comes.
     *
     * @param callTimeout until it begins
     */
    Response download(
            String method, String path, @Nullable String query, byte @Nullable [] body, Duration callTimeout) {
        HttpRequest request = request(method, path, query, body, callTimeout, Map.of());
        HttpResponse<InputStream> answer = send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() >= FIRST_ERROR) {
            refuse(answer, beginning(answer.body()));
        }
        Response response = back(answer, (StreamingOutput) out -> {
            try (InputStream in = answer.body()) {
                in.transferTo(out);
            }
        });
        for (String name : OF_A_FILE) {
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> response.getHeaders().putSingle(name, value));
        }
        return response;
    }

    private HttpRequest request(
            String method,
            String path,
            @Nullable String query,
            byte @Nullable [] body,
            Duration callTimeout,
            Map<String, String> headers) {
        URI target = URI.create(
                TRAILING_SLASHES.matcher(base.toString()).replaceFirst("") + path + (query == null ? "" : "?" + query));
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(callTimeout)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.ACCEPT, "application/json, application/problem+json, */*;q=0.5");
        headers.forEach(request::header);
        if (body != null && body.length > 0) {
            request.header(HttpHeaders.CONTENT_TYPE, "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        } else {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            LOG.warnf("%s does not answer: %s", service, e);
            throw ApiProblems.away(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiProblems.away(service);
        }
    }

    private void refuse(HttpResponse<?> answer, byte[] body) {
        int status = answer.statusCode();
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            LOG.errorf("%s refuses the service token", service);
            throw ApiProblems.refused(service);
        }
        if (status >= FIRST_ERROR) {
            throw UpstreamProblem.of(service, status, body, answer.headers());
        }
    }

    private byte[] beginning(InputStream body) {
        try (body) {
            return body.readNBytes(LONGEST_PROBLEM);
        } catch (IOException e) {
            LOG.warnf("%s hangs up: %s", service, e);
            throw ApiProblems.away(service);
        }
    }

    private static Response back(HttpResponse<?> answer, @Nullable Object entity) {
        Response.ResponseBuilder response = Response.status(answer.statusCode());
        if (entity != null) {
            response.entity(entity);
        }
        for (String name : PASSED_BACK) {
            answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
        }
        answer.headers()
                .firstValue(HttpHeaders.LOCATION)
                .ifPresent(value -> response.header(HttpHeaders.LOCATION, OUR_PREFIX + local(URI.create(value))));
        answer.headers()
                .firstValue(HttpHeaders.LINK)
                .ifPresent(value -> response.header(HttpHeaders.LINK, value.replace("</", "<" + OUR_PREFIX + "/")));
        return response.build();
    }

    private static String local(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
