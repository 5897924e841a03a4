package dev.clausewatch.runtime.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Locale;

/** How every problem (RFC 9457) begins: its type is {@code urn:clausewatch:problem:} and a stable code. */
public final class Problem {

    private static final String TYPES = "urn:clausewatch:problem:";

    private Problem() {}

    /** A problem with a type of its own. */
    public static HttpProblem.Builder of(String code, String title, int status) {
        return HttpProblem.builder().withType(type(code)).withTitle(title).withStatus(status);
    }

    /** The type for a code. */
    public static URI type(String code) {
        return URI.create(TYPES + code.toLowerCase(Locale.ROOT));
    }

    /** The code of problems that say no more than their status does. */
    static String code(int status) {
        return switch (status) {
            case 400 -> "bad-request";
            case 401 -> "key-needed";
            case 403 -> "scope-needed";
            case 404 -> "not-found";
            case 405 -> "bad-method";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 413 -> "body-too-large";
            case 414 -> "address-too-long";
            case 415 -> "bad-content-type";
            case 422 -> "bad-field";
            case 431 -> "headers-too-large";
            case 503 -> "service-away";
            default -> status < 500 ? "refused" : "failed";
        };
    }
}
