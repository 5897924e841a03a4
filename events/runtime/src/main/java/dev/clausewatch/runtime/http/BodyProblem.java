package dev.clausewatch.runtime.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A body that cannot be read: which field, where, and what is expected there. Java class names are not revealed. */
final class BodyProblem {

    private static final int BAD_REQUEST = 400;

    private BodyProblem() {}

    static HttpProblem.Builder of(JsonProcessingException fault) {
        String field = fault instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
        String place = place(fault.getLocation());
        String reason = reason(fault);
        String subject = field.isEmpty() ? "The body" : "Field " + field;
        HttpProblem.Builder problem = Problem.of("bad-body", "Request not understood", BAD_REQUEST)
                .withDetail(subject + place + ": " + reason + ".")
                .with("reason", reason);
        return field.isEmpty() ? problem : problem.with("field", field);
    }

    private static String reason(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "there is no such field; there is "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (fault instanceof InvalidFormatException format) {
            return "\"" + Problem.shown(String.valueOf(format.getValue())) + "\" is not "
                    + expected(format.getTargetType());
        }
        if (fault instanceof MismatchedInputException mismatched) {
            return "send " + expected(mismatched.getTargetType());
        }
        return "it is no JSON";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what the description of the API (/q/openapi) shows here";
        }
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            List.of(type.getEnumConstants()).stream()
                                    .map(String::valueOf)
                                    .toList());
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list: […]";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "a JSON object: {…}"
                : "what the description of the API (/q/openapi) shows here";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Problem.shown(reference.getFieldName()));
            }
        }
        return path.toString();
    }
}
