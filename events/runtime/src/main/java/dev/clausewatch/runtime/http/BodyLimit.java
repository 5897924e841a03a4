package dev.clausewatch.runtime.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;
import org.jspecify.annotations.Nullable;

/** Answers 413 with the limit when a request body, or its Content-Length, is too large; the framework would only close the connection. */
@ApplicationScoped
public class BodyLimit {

    private static final int TOO_LARGE = 413;
    /** Before the framework looks at the length, whose order is -2. */
    private static final int BEFORE_THE_FRAMEWORK = 100;
    /** How much of a refused body is still read, so that clients that send the whole body before reading get the answer. */
    private static final int READ_TO_THE_END = 8;

    private final MemorySize limit;
    private final String written;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") String written) {
        this.limit = limit;
        this.written = written;
    }

    static HttpProblem.Builder problem(String limit) {
        return Problem.of("body-too-large", "Request too large", TOO_LARGE)
                .withDetail("A body may have " + limit + "B at most. Send less at a time.")
                .with("limit", limit + "B");
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORK);
    }

    /** Counts a body that does not say its length, such as one sent in chunks. */
    @ServerRequestFilter
    public void bound(ContainerRequestContext request, RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && context.request().getHeader("Transfer-Encoding") != null) {
            long discarded = READ_TO_THE_END * limit.asLongValue();
            // The framework counts too, and hangs up; it reads somewhat ahead.
            context.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, 2 * limit.asLongValue() + discarded);
            HttpProblem problem =
                    problem(written).withHeader("Connection", "close").build();
            request.setEntityStream(
                    new BoundedBody(request.getEntityStream(), limit.asLongValue(), discarded, problem));
        }
    }

    private void check(RoutingContext context) {
        long length = length(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length <= limit.asLongValue()) {
            context.next();
            return;
        }
        refuse(context, length);
    }

    private void refuse(RoutingContext context, long length) {
        HttpProblem problem = problem(written).build();
        JsonObject body = new JsonObject()
                .put("type", String.valueOf(problem.getType()))
                .put("title", problem.getTitle())
                .put("status", TOO_LARGE)
                .put("detail", problem.getDetail())
                .put("instance", context.request().path());
        problem.getParameters().forEach(body::put);
        HttpServerRequest request = context.request();
        boolean readOn = length <= READ_TO_THE_END * limit.asLongValue();
        context.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .putHeader("Connection", "close")
                .end(body.toBuffer())
                .onComplete(sent -> {
                    if (!readOn) {
                        request.connection().close();
                    }
                });
        request.handler(ignored -> {}).endHandler(read -> request.connection().close());
        request.resume();
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
