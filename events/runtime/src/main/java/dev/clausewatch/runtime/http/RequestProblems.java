package dev.clausewatch.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.SortedSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the framework refuses before a resource sees it, as problems that say what to do. */
@ApplicationScoped
public class RequestProblems {

    /** Before those of the problem extension, which have 999. */
    private static final int FIRST = 900;

    private final AllowedMethods methods;
    private final String largestBody;

    RequestProblems(
            AllowedMethods methods, @ConfigProperty(name = "quarkus.http.limits.max-body-size") String largestBody) {
        this.methods = methods;
        this.largestBody = largestBody;
    }

    /** A body that is not what is expected, or one that was refused while it was read. */
    @ServerExceptionMapper(
            value = {
                JsonProcessingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class
            },
            priority = FIRST)
    public Response body(JsonProcessingException fault, UriInfo request) {
        if (fault.getCause() instanceof HttpProblem problem) {
            return answer(HttpProblem.builder(problem), request);
        }
        return answer(BodyProblem.of(fault), request);
    }

    /** An address, a method or a type of content that there is not. */
    @ServerExceptionMapper(
            value = {WebApplicationException.class, NotFoundException.class},
            priority = FIRST)
    public Response refusal(WebApplicationException fault, UriInfo request, Request method) {
        if (fault.getCause() instanceof JsonProcessingException json) {
            return body(json, request);
        }
        Response given = fault.getResponse();
        if (given.getStatus() < Response.Status.BAD_REQUEST.getStatusCode() || given.hasEntity()) {
            return given;
        }
        return answer(problem(given, fault, method, request.getPath()), request);
    }

    private HttpProblem.Builder problem(Response given, WebApplicationException fault, Request request, String path) {
        int status = given.getStatus();
        return switch (status) {
            case 404 ->
                Problem.of("not-found", "Not found", status)
                        .withDetail("There is nothing at " + Problem.shown(path) + ".");
            case 405 -> method(path);
            case 406 ->
                Problem.of("not-acceptable", "Nothing acceptable", status)
                        .withDetail("The header Accept asks for what this address does not have. It answers with: "
                                + String.join(", ", methods.answers(request.getMethod(), path)) + ".");
            case 413 -> BodyLimit.problem(largestBody);
            case 415 ->
                Problem.of("bad-content-type", "Content type not understood", status)
                        .withDetail("This address takes a body with the header \"Content-Type: application/json\".");
            default ->
                Problem.of(Problem.code(status), given.getStatusInfo().getReasonPhrase(), status)
                        .withDetail(String.valueOf(fault.getMessage()));
        };
    }

    private HttpProblem.Builder method(String path) {
        SortedSet<String> allowed = methods.of(path);
        String all = String.join(", ", allowed);
        return Problem.of("bad-method", "Method not allowed", Response.Status.METHOD_NOT_ALLOWED.getStatusCode())
                .withDetail(Problem.shown(path) + " does not take this method. Allowed: " + all + ".")
                .withHeader(HttpHeaders.ALLOW, all)
                .with("allowed", allowed);
    }

    /** The answer to a request, with its path. */
    public static Response answer(HttpProblem.Builder problem, UriInfo request) {
        return problem.withInstance(instance(request)).build().toResponse();
    }

    private static URI instance(UriInfo request) {
        return URI.create(request.getRequestUri().getRawPath());
    }
}
