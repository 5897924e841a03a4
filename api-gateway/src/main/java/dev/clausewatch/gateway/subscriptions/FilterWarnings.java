package dev.clausewatch.gateway.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.gateway.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * Says what of a subscription's filter fits no document that is watched: it is taken all the same, since a document may be declared later,
 * and it would hear of nothing until then.
 */
@ApplicationScoped
class FilterWarnings {

    private static final String WATCHED = "select count(*) from read.document d where not d.retired";
    private static final String PLATFORM = " and lower(d.platform) = any (?)";
    private static final String TERMS_TYPE = " and lower(d.terms_type) = any (?)";
    private static final String DOCUMENT = " and d.id = any (?)";

    private final Database database;
    private final ObjectMapper json;

    FilterWarnings(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What a filter asks for in vain.
     *
     * @param field such as {@code filter.platforms[0]}
     * @param reason what is the matter with it
     * @param remedy what to do
     */
    record Warning(String field, String reason, String remedy) {}

    /** The answer of alert-service about a subscription, with member {@code warnings} where there are any. */
    Response addTo(Response answer) {
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL
                || !(answer.getEntity() instanceof byte[] body)) {
            return answer;
        }
        try {
            JsonNode subscription = json.readTree(body);
            List<Warning> warnings = of(subscription.path("filter"));
            if (warnings.isEmpty() || !(subscription instanceof ObjectNode members)) {
                return answer;
            }
            members.set("warnings", json.valueToTree(warnings));
            return Response.fromResponse(answer)
                    .entity(json.writeValueAsBytes(members))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("alert-service answers with JSON", e);
        }
    }

    private List<Warning> of(JsonNode filter) {
        List<Warning> warnings = new ArrayList<>();
        each(filter, "platforms", PLATFORM, "no watched document is of a platform of this name", warnings);
        each(filter, "termsTypes", TERMS_TYPE, "no watched document has this terms type", warnings);
        each(filter, "documents", DOCUMENT, "no document of this id is watched", warnings);
        if (warnings.isEmpty() && !anyFits(filter)) {
            warnings.add(new Warning(
                    "filter",
                    "no watched document fits its platforms, terms types and documents together",
                    "ask for less, or declare such a document"));
        }
        return warnings;
    }

    private void each(JsonNode filter, String list, String condition, String reason, List<Warning> warnings) {
        List<String> values = values(filter, list);
        for (int i = 0; i < values.size(); i++) {
            if (!isWatched(condition, List.of(List.of(values.get(i))))) {
                warnings.add(
                        new Warning(
                                "filter." + list + "[" + i + "]",
                                reason + ": " + filter.path(list).path(i).asText(),
                                "write it as GET /api/v1/documents shows it, or declare such a document; nothing is heard of it until then"));
            }
        }
    }

    private boolean anyFits(JsonNode filter) {
        StringBuilder conditions = new StringBuilder();
        List<List<String>> parameters = new ArrayList<>();
        add(values(filter, "platforms"), PLATFORM, conditions, parameters);
        add(values(filter, "termsTypes"), TERMS_TYPE, conditions, parameters);
        add(values(filter, "documents"), DOCUMENT, conditions, parameters);
        return parameters.isEmpty() || isWatched(conditions.toString(), parameters);
    }

    private static void add(
            List<String> values, String condition, StringBuilder conditions, List<List<String>> parameters) {
        if (!values.isEmpty()) {
            conditions.append(condition);
            parameters.add(values);
        }
    }

    private boolean isWatched(String conditions, List<List<String>> parameters) {
        return database.first(WATCHED + conditions, parameters, row -> row.getLong(1))
                        .orElse(0L)
                > 0;
    }

    /** Ids of documents are exact, names are not. */
    private static List<String> values(JsonNode filter, String list) {
        return StreamSupport.stream(filter.path(list).spliterator(), false)
                .map(JsonNode::asText)
                .map(value -> list.equals("documents") ? value : value.toLowerCase(Locale.ROOT))
                .toList();
    }
}
