package dev.clausewatch.gateway.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.filter.FilterSentence;
import dev.clausewatch.gateway.register.Register;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.runtime.database.Database;
import dev.clausewatch.runtime.database.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Says what of a subscription's filter fits no document that is watched: it is taken all the same, since a document may be declared later,
 * and it would hear of nothing until then.
 */
@ApplicationScoped
class FilterWarnings {

    private static final Logger LOG = Logger.getLogger(FilterWarnings.class);

    /** An alert-service of a newer release may tell more of a filter. */
    private static final ObjectMapper LENIENT = EventCodec.mapper();

    private static final int NAMED = 20;

    /** A document that only an archive holds is registered without a cadence. */
    private static final String WATCHED = "not d.retired and (d.declared_at is null or d.cadence_seconds is not null)";

    /** So many first letters make two names alike. */
    private static final int ALIKE = 3;

    private final Database database;
    private final RegisterRepository registers;
    private final ObjectMapper json;

    FilterWarnings(Database database, RegisterRepository registers, ObjectMapper json) {
        this.database = database;
        this.registers = registers;
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

    /** The answer of alert-service about a subscription, with member {@code sentence}, and {@code warnings} where there are any. */
    Response addTo(Response answer) {
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL
                || !(answer.getEntity() instanceof byte[] body)) {
            return answer;
        }
        try {
            JsonNode subscription = json.readTree(body);
            if (!(subscription instanceof ObjectNode members)) {
                return answer;
            }
            JsonNode filter = subscription.path("filter");
            Register register = registers.titles(null);
            if (Filter.read(LENIENT.treeToValue(filter, FilterFields.class)) instanceof Filter.Reading.Good good) {
                members.put("sentence", FilterSentence.of(good.filter(), new RegisterTitles(register)));
            }
            List<Warning> warnings = of(filter);
            warnings.addAll(unknown(filter, "types", register.types()));
            warnings.addAll(unknown(filter, "instruments", register.instruments()));
            if (!warnings.isEmpty()) {
                members.set("warnings", json.valueToTree(warnings));
            }
            return Response.fromResponse(answer)
                    .entity(json.writeValueAsBytes(members))
                    .build();
        } catch (DatabaseException e) {
            // The subscription is made, and its secret is in this answer only.
            LOG.warnf(e, "No warnings about a filter");
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("alert-service answers with JSON", e);
        }
    }

    private List<Warning> of(JsonNode filter) {
        List<Warning> warnings = new ArrayList<>();
        for (Part part : Part.values()) {
            each(filter, part, warnings);
        }
        if (warnings.isEmpty() && !anyFits(filter)) {
            warnings.add(new Warning(
                    "filter",
                    "no watched document fits its platforms, terms types and documents together",
                    "ask for less, or declare such a document"));
        }
        return warnings;
    }

    /** What the newest register does not have; nobody can say while none is known. */
    private static List<Warning> unknown(JsonNode filter, String list, List<Register.Titled> known) {
        List<String> ids = known.stream().map(Register.Titled::id).toList();
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; i < filter.path(list).size() && !ids.isEmpty(); i++) {
            String id = filter.path(list).path(i).asText();
            if (!ids.contains(id)) {
                warnings.add(new Warning(
                        "filter." + list + "[" + i + "]",
                        "the register has none of that id: " + id,
                        "one of " + list + " of GET /api/v1/register"));
            }
        }
        return warnings;
    }

    private void each(JsonNode filter, Part part, List<Warning> warnings) {
        List<String> values = part.values(filter);
        for (int i = 0; i < values.size(); i++) {
            if (!isWatched(part.condition(), Map.of(part.list, List.of(values.get(i))))) {
                warnings.add(new Warning(
                        "filter." + part.list + "[" + i + "]",
                        part.reason + ": " + filter.path(part.list).path(i).asText(),
                        known(part, values.get(i)) + "declare such a document; nothing is heard of it until then"));
            }
        }
    }

    /** What there is instead: first what begins like the value. */
    private String known(Part part, String value) {
        List<String> known = database.sql(
                        "select name from (select distinct " + part.column + " as name from read.document d where "
                                + WATCHED + ") n order by starts_with(lower(name), left(lower(:value), " + ALIKE
                                + ")) desc, name limit :most")
                .bind("value", value)
                .bind("most", NAMED + 1)
                .list(String.class);
        String more = known.size() > NAMED ? "; GET /api/v1/documents has all" : "";
        return known.isEmpty()
                ? ""
                : "one of " + String.join(", ", known.subList(0, Math.min(NAMED, known.size()))) + more + "; or ";
    }

    private boolean anyFits(JsonNode filter) {
        StringBuilder conditions = new StringBuilder();
        Map<String, List<String>> parameters = new HashMap<>();
        for (Part part : Part.values()) {
            List<String> values = part.values(filter);
            if (!values.isEmpty()) {
                conditions.append(part.condition());
                parameters.put(part.list, values);
            }
        }
        return parameters.isEmpty() || isWatched(conditions.toString(), parameters);
    }

    private boolean isWatched(String conditions, Map<String, List<String>> parameters) {
        return database.sql("select count(*) from read.document d where " + WATCHED + conditions)
                        .bind(parameters)
                        .first(Long.class)
                        .orElse(0L)
                > 0;
    }

    /** A part of a filter that names documents. Ids are exact, names are not. */
    private enum Part {
        PLATFORMS("platforms", "d.platform", "no watched document is of a platform of this name"),
        TERMS_TYPES("termsTypes", "d.terms_type", "no watched document has this terms type"),
        DOCUMENTS("documents", "d.id", "no document of this id is watched");

        private final String list;
        private final String column;
        private final String reason;

        Part(String list, String column, String reason) {
            this.list = list;
            this.column = column;
            this.reason = reason;
        }

        private String condition() {
            return " and " + (this == DOCUMENTS ? column : "lower(" + column + ")") + " = any (:" + list + ")";
        }

        private List<String> values(JsonNode filter) {
            return StreamSupport.stream(filter.path(list).spliterator(), false)
                    .map(JsonNode::asText)
                    .map(value -> this == DOCUMENTS ? value : value.toLowerCase(Locale.ROOT))
                    .toList();
        }
    }
}
