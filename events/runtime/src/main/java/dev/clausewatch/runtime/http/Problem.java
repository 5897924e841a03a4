package dev.clausewatch.runtime.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** How every problem (RFC 9457) begins: its type is {@code urn:clausewatch:problem:} and a stable code. */
public final class Problem {

    private static final String TYPES = "urn:clausewatch:problem:";
    private static final int BAD_REQUEST = 400;
    private static final int SHOWN_CHARACTERS = 80;

    private Problem() {}

    /** A problem with a type of its own. */
    public static HttpProblem.Builder of(String code, String title, int status) {
        return HttpProblem.builder().withType(type(code)).withTitle(title).withStatus(status);
    }

    /** A query parameter that cannot be read: 400, with its name, the reason and, where they are few, the allowed values. */
    public static HttpProblem parameter(String name, String value, String reason, List<String> allowed) {
        String remedy = allowed.isEmpty() ? "" : " Allowed: " + String.join(", ", allowed) + ".";
        HttpProblem.Builder problem = of("bad-parameter", "Parameter not understood", BAD_REQUEST)
                .withDetail("Parameter " + shown(name) + " is \"" + shown(value) + "\": " + reason + "." + remedy)
                .with("parameter", shown(name))
                .with("reason", reason);
        return (allowed.isEmpty() ? problem : problem.with("allowed", allowed)).build();
    }

    /** A value of the request as it is quoted in a problem: its beginning only. */
    public static String shown(String value) {
        return value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS) + "…";
    }

    /** The type for a code. */
    public static URI type(String code) {
        return URI.create(TYPES + code.toLowerCase(Locale.ROOT));
    }

    /** The code of problems that have no type of their own, by status. */
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
