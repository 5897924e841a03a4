package dev.clausewatch.gateway.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.events.ChangeKind;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says what of a subscription's filter asks in vain: it is taken all the same, since a document may be declared later, and it would hear of
 * nothing until then.
 */
@ApplicationScoped
class FilterWarnings {

    /** Condition of documents {@code d}: one that only an archive holds is registered without a cadence. */
    static final String WATCHED = "not d.retired and (d.declared_at is null or d.cadence_seconds is not null)";

    private static final Logger LOG = Logger.getLogger(FilterWarnings.class);

    /** An alert-service of a newer release may tell more of a filter. */
    private static final ObjectMapper LENIENT = EventCodec.mapper();

    private static final int NAMED = 20;

    /** Of which changes are always silent. */
    private static final Set<String> SILENT = Set.of(ChangeKind.BASELINE.name(), ChangeKind.EDITORIAL.name());

    /** So many first letters make two names alike. */
    private static final int ALIKE = 3;

    private final Database database;
    private final RegisterRepository registers;

    FilterWarnings(Database database, RegisterRepository registers) {
        this.database = database;
        this.registers = registers;
    }

    /**
     * What a filter asks for in vain.
     *
     * @param field such as {@code filter.platforms[0]}
     * @param reason what is the matter with it
     * @param remedy what to do
     */
    record Warning(String field, String reason, String remedy) {}

    /**
     * What is known of a filter before its subscription is made: afterwards nothing may come between the subscription and the answer, which
     * alone has its secret.
     *
     * @param register absent where nobody could be asked
     */
    record Checked(@Nullable Register register, List<Warning> warnings) {

        Checked {
            warnings = List.copyOf(warnings);
        }

        /** The answer of alert-service about the subscription, with member {@code sentence}, and {@code warnings} where there are any. */
        Response addTo(Response answer) {
            if (register == null
                    || answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL
                    || !(answer.getEntity() instanceof byte[] body)) {
                return answer;
            }
            try {
                JsonNode subscription = LENIENT.readTree(body);
                if (!(subscription instanceof ObjectNode members)) {
                    return answer;
                }
                FilterFields fields = LENIENT.treeToValue(members.path("filter"), FilterFields.class);
                if (Filter.read(fields) instanceof Filter.Reading.Good good) {
                    members.put("sentence", FilterSentence.of(good.filter(), new RegisterTitles(register)));
                }
                if (!warnings.isEmpty()) {
                    members.set("warnings", LENIENT.valueToTree(warnings));
                }
                return Response.fromResponse(answer)
                        .entity(LENIENT.writeValueAsBytes(members))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("alert-service answers with JSON", e);
            }
        }
    }

    /**
     * Looks at the filter of a request.
     *
     * @param estimate what would have come through it, where that is known
     */
    Checked check(RequestedSubscription asked, Optional<Estimate> estimate) {
        try {
            Register register = registers.titles(null);
            return new Checked(register, asked.filter() == null ? List.of() : of(asked.filter(), register, estimate));
        } catch (DatabaseException e) {
            LOG.warnf(e, "No warnings about a filter");
            return new Checked(null, List.of());
        }
    }

    private List<Warning> of(Filter filter, Register register, Optional<Estimate> estimate) {
        List<Warning> warnings = new ArrayList<>();
        for (Part part : Part.values()) {
            warnings.addAll(of(part, filter.fields()));
        }
        if (warnings.isEmpty() && !anyFits(filter.fields())) {
            warnings.add(new Warning(
                    "filter",
                    "no watched document fits its platforms, terms types, documents, languages and jurisdictions together",
                    "ask for less, or declare such a document"));
        }
        warnings.addAll(silent(filter.fields()));
        warnings.addAll(unknown("types", filter.fields().types(), register.types()));
        warnings.addAll(unknown("instruments", filter.fields().instruments(), register.instruments()));
        if (warnings.isEmpty() && !filter.asksForNothing()) {
            estimate.filter(one -> one.complete() && one.changes() == 0)
                    .map(FilterWarnings::nothingCame)
                    .ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Warning nothingCame(Estimate estimate) {
        return new Warning(
                "filter",
                "nothing since " + LocalDate.ofInstant(estimate.from(), ZoneOffset.UTC) + " would have come through it",
                "try it with POST /api/v1/subscriptions/estimate, or ask for less");
    }

    private static List<Warning> silent(FilterFields asked) {
        return warnings(
                "kinds",
                asked.kinds(),
                kind -> SILENT.contains(kind)
                        ? Optional.of(new Said("changes of this kind are told to nobody", "leave it out"))
                        : Optional.empty());
    }

    /** What the newest register does not have; nobody can say while none is known. */
    private static List<Warning> unknown(
            String list, @Nullable List<@Nullable String> asked, List<Register.Titled> known) {
        Set<String> ids = known.stream().map(Register.Titled::id).collect(Collectors.toSet());
        return warnings(
                list,
                asked,
                id -> ids.isEmpty() || ids.contains(id)
                        ? Optional.empty()
                        : Optional.of(new Said(
                                "the register has none of that id", "one of " + list + " of GET /api/v1/register")));
    }

    private List<Warning> of(Part part, FilterFields asked) {
        Set<String> missing = Set.copyOf(missing(part, asked));
        List<String> known = missing.isEmpty() ? List.of() : known(part);
        return warnings(
                part.list,
                part.of(asked),
                value -> missing.contains(part.compared(value))
                        ? Optional.of(new Said(part.reason, alike(part.compared(value), known) + part.remedy))
                        : Optional.empty());
    }

    private List<String> missing(Part part, FilterFields asked) {
        List<String> values = part.compared(asked);
        return values.isEmpty()
                ? List.of()
                : database.sql("select asked from unnest(cast(:values as text[])) as asked where not " + part.exists())
                        .bind("values", values)
                        .list(String.class);
    }

    /** What there is instead. */
    private List<String> known(Part part) {
        return part.column == null
                ? List.of()
                : database.sql("select distinct " + part.column + " as name from read.document d where " + WATCHED
                                + " order by name")
                        .list(String.class);
    }

    /** First what begins like the value. */
    private static String alike(String value, List<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        String beginning = value.substring(0, Math.min(ALIKE, value.length())).toLowerCase(Locale.ROOT);
        String names = known.stream()
                .sorted(Comparator.comparing(
                        name -> !name.toLowerCase(Locale.ROOT).startsWith(beginning)))
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        return "one of " + names + (known.size() > NAMED ? "; GET /api/v1/documents has all" : "") + "; or ";
    }

    private boolean anyFits(FilterFields asked) {
        StringBuilder conditions = new StringBuilder();
        Map<String, List<String>> parameters = new HashMap<>();
        for (Part part : Part.values()) {
            List<String> values = part.compared(asked);
            if (part.isOfDocuments && !values.isEmpty()) {
                conditions
                        .append(" and exists (select 1 from unnest(cast(:")
                        .append(part.list)
                        .append(" as text[])) as asked where ")
                        .append(part.condition)
                        .append(')');
                parameters.put(part.list, values);
            }
        }
        return parameters.isEmpty()
                || database.sql("select exists (select 1 from read.document d where " + WATCHED + conditions + ")")
                        .bind(parameters)
                        .one(Boolean.class);
    }

    /** Why a value asks in vain, and what to do. */
    private record Said(String reason, String remedy) {}

    private interface Judge {
        Optional<Said> judge(String value);
    }

    private static List<Warning> warnings(String list, @Nullable List<@Nullable String> values, Judge judge) {
        List<Warning> warnings = new ArrayList<>();
        for (int i = 0; values != null && i < values.size(); i++) {
            String value = Objects.requireNonNullElse(values.get(i), "");
            String field = "filter." + list + "[" + i + "]";
            judge.judge(value)
                    .map(said -> new Warning(field, said.reason() + ": " + value, said.remedy()))
                    .ifPresent(warnings::add);
        }
        return warnings;
    }

    /**
     * A list of a filter of which the read model knows what there is. Ids are exact; names and codes are not. Conditions are on documents
     * {@code d} and a value {@code asked}.
     */
    private enum Part {
        PLATFORMS(
                "platforms",
                "d.platform",
                "lower(d.platform) = asked",
                "no watched document is of a platform of this name",
                Part.DECLARE),
        TERMS_TYPES(
                "termsTypes",
                "d.terms_type",
                "lower(d.terms_type) = asked",
                "no watched document has this terms type",
                Part.DECLARE),
        DOCUMENTS("documents", "d.id", "d.id = asked", "no document of this id is watched", Part.DECLARE),
        LANGUAGES(
                "languages",
                null,
                "(d.language is null or lower(d.language) = asked or starts_with(lower(d.language), asked || '-'))",
                "no watched document is in this language",
                Part.DECLARE),
        JURISDICTIONS("jurisdictions", null, """
                (d.jurisdictions = '{}' or exists (select 1 from unnest(d.jurisdictions) as has where lower(has) = asked
                    or starts_with(lower(has), asked || '-') or starts_with(asked, lower(has) || '-')))""", "no watched document is for this jurisdiction", Part.DECLARE),
        PROVISIONS(
                "provisions",
                null,
                """
                (exists (select 1 from read.provision_step s where s.provision_id = asked)
                    or exists (select 1 from read.change c where c.touched_ids @> array[asked]))""",
                "there is no provision of this id",
                "leave it out, or take the id from a change or a version");

        private static final String DECLARE = "declare such a document; nothing is heard of it until then";

        private final String list;
        private final @Nullable String column;
        private final String condition;
        private final String reason;
        private final String remedy;
        private final boolean isOfDocuments;

        Part(String list, @Nullable String column, String condition, String reason, String remedy) {
            this.list = list;
            this.column = column;
            this.condition = condition;
            this.reason = reason;
            this.remedy = remedy;
            this.isOfDocuments = !list.equals("provisions");
        }

        /** Whether there is one for a value {@code asked}. */
        private String exists() {
            return isOfDocuments
                    ? "exists (select 1 from read.document d where " + WATCHED + " and " + condition + ")"
                    : condition;
        }

        private @Nullable List<@Nullable String> of(FilterFields asked) {
            return switch (this) {
                case PLATFORMS -> asked.platforms();
                case TERMS_TYPES -> asked.termsTypes();
                case DOCUMENTS -> asked.documents();
                case LANGUAGES -> asked.languages();
                case JURISDICTIONS -> asked.jurisdictions();
                case PROVISIONS -> asked.provisions();
            };
        }

        private List<String> compared(FilterFields asked) {
            List<@Nullable String> values = of(asked);
            return values == null
                    ? List.of()
                    : values.stream()
                            .filter(Objects::nonNull)
                            .map(this::compared)
                            .distinct()
                            .toList();
        }

        private String compared(String value) {
            return this == DOCUMENTS || this == PROVISIONS ? value : value.toLowerCase(Locale.ROOT);
        }
    }
}
