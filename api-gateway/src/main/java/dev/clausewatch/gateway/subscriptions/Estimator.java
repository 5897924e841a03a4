package dev.clausewatch.gateway.subscriptions;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.filter.ChangeFacts;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.filter.FilterSentence;
import dev.clausewatch.filter.ProvisionFacts;
import dev.clausewatch.gateway.changes.ChangeRepository;
import dev.clausewatch.gateway.readmodel.Meanings;
import dev.clausewatch.gateway.readmodel.StoredEvent;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * Tries a filter on the changes of the last ninety days. Columns say which changes may match; only where they cannot say it all (words, rows
 * of an earlier release) the event is read. Newest first, until all are seen or two seconds are over.
 */
@ApplicationScoped
class Estimator {

    private static final Duration LOOK_BACK = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration SHORTEST_SPAN = Duration.ofDays(1);
    private static final int PAGE = 2000;
    private static final int EVENTS = 20;
    private static final int SHOWN = 5;
    private static final int DAYS_OF_A_WEEK = 7;

    private static final String ALERTING = """
            c.alert and c.origin = 'LIVE' and not exists (select 1 from read.settlement s
                where s.change_id = c.change_id and s.settled_as in ('WITHDRAWN', 'SUPERSEDED'))""";

    private static final String PAGE_OF_CHANGES = """
            select c.change_id, c.kind, c.to_first_seen_at, c.document_id, c.platform, c.terms_type, c.url,
                d.language, coalesce(d.jurisdictions, '{}') as jurisdictions,
                case when :withMeanings then c.meanings::text end as meanings
            from read.change c left join read.document d on d.id = c.document_id
            where\s""" + ALERTING + """
             and c.to_first_seen_at >= :since and (c.to_first_seen_at, c.change_id) < (:lastSeen, :lastId)
                and (:platforms::text[] is null or lower(c.platform) = any (:platforms))
                and (:termsTypes::text[] is null or lower(c.terms_type) = any (:termsTypes))
                and (:documents::text[] is null or c.document_id = any (:documents))
                and (:kinds::text[] is null or c.kind = any (:kinds))
                and (:provisions::text[] is null or c.touched_ids && :provisions)
            order by c.to_first_seen_at desc, c.change_id desc limit :limit""";

    private static final String FIRST = "select min(to_first_seen_at) from read.change where origin = 'LIVE'";

    /** In the order of a page. */
    private static final String EVENTS_OF_CHANGES = """
            select change_id, event_type, event from read.change where change_id = any (:ids)
            order by to_first_seen_at desc, change_id desc""";

    private final Database database;
    private final ChangeRepository changes;
    private final RegisterRepository registers;
    private final Clock clock;
    private final Duration longest;

    @Inject
    Estimator(Database database, ChangeRepository changes, RegisterRepository registers, Clock clock) {
        this(database, changes, registers, clock, LONGEST);
    }

    Estimator(
            Database database, ChangeRepository changes, RegisterRepository registers, Clock clock, Duration longest) {
        this.database = database;
        this.changes = changes;
        this.registers = registers;
        this.clock = clock;
        this.longest = longest;
    }

    /** What would have come through a filter. */
    Estimate estimate(Filter filter) {
        Instant now = clock.instant();
        Instant since = now.minus(LOOK_BACK);
        Search search = new Search(filter, since);
        search.run();
        Instant begin = search.complete ? begin(since, now) : Objects.requireNonNullElse(search.reached, since);
        Duration counted = Duration.between(begin, now);
        Duration span = counted.compareTo(SHORTEST_SPAN) < 0 ? SHORTEST_SPAN : counted;
        double perDay = search.found.size() * (double) Duration.ofDays(1).toSeconds() / span.toSeconds();
        List<String> shown =
                search.found.stream().limit(SHOWN).map(Row::changeId).toList();
        Instant last = search.found.isEmpty() ? null : search.found.getFirst().firstSeenAt();
        return new Estimate(
                FilterSentence.of(filter, new RegisterTitles(registers.titles(null))),
                summary(search, perDay, counted, last),
                begin,
                now,
                search.complete,
                search.found.size(),
                rounded(perDay * DAYS_OF_A_WEEK),
                rounded(perDay),
                last,
                shown.isEmpty() ? List.of() : changes.these(shown));
    }

    /** An installation that is younger than the time we look back has no changes before its first. */
    private Instant begin(Instant since, Instant now) {
        return database.sql(FIRST)
                .first(Instant.class)
                .map(first -> first.isBefore(since) ? since : first)
                .orElse(now);
    }

    private static String summary(Search search, double perDay, Duration counted, @Nullable Instant last) {
        String time = "in " + Math.max(1, counted.toDays()) + (counted.toDays() <= 1 ? " day" : " days");
        String stop = search.complete ? "." : "; there was no time to look back further.";
        if (last == null) {
            return "None would have come " + time + stop;
        }
        LocalDate day = LocalDate.ofInstant(last, ZoneOffset.UTC);
        return about(perDay) + ": " + search.found.size() + " would have come " + time + ", the last on " + day + stop;
    }

    private static String about(double perDay) {
        double perWeek = perDay * DAYS_OF_A_WEEK;
        if (perDay >= 2) {
            return "About " + Math.round(perDay) + " a day";
        }
        return perWeek < 1 ? "Less than one a week" : "About " + Math.round(perWeek) + " a week";
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", value));
    }

    /** A change of which the columns are known. */
    private record Row(
            String changeId,
            ChangeKind kind,
            Instant firstSeenAt,
            DocumentRef document,
            Optional<List<ProvisionFacts>> provisions) {}

    /** What an event says of a change. */
    private enum Answer {
        MATCHES,
        MATCHES_NOT,
        NOT_LOOKED_AT
    }

    /** One pass over the changes. */
    private final class Search {

        private final Filter filter;
        private final Instant since;
        private final long deadline = System.nanoTime() + longest.toNanos();
        private final List<Row> found = new ArrayList<>();
        private boolean complete;
        private boolean hasRead;
        private @Nullable Instant reached;

        Search(Filter filter, Instant since) {
            this.filter = filter;
            this.since = since;
        }

        /** However slow the database is, the newest are looked at. */
        void run() {
            // Behind everything that can be there.
            Instant lastSeen = clock.instant().plus(LOOK_BACK);
            String lastId = "";
            while (true) {
                List<Row> page = page(lastSeen, lastId);
                for (int from = 0; from < page.size(); from += EVENTS) {
                    int to = Math.min(page.size(), from + EVENTS);
                    if (!look(page.subList(from, to)) || (isOver() && to < page.size())) {
                        return;
                    }
                }
                if (page.size() < PAGE) {
                    complete = true;
                    return;
                }
                if (isOver()) {
                    return;
                }
                lastSeen = page.getLast().firstSeenAt();
                lastId = page.getLast().changeId();
            }
        }

        private boolean isOver() {
            return System.nanoTime() > deadline;
        }

        /** Adds those that match; false when the time was over before all were looked at. */
        private boolean look(List<Row> rows) {
            List<Row> candidates = rows.stream()
                    .filter(row -> filter.matches(row.document()) && filter.matches(row.kind()))
                    .filter(row -> row.provisions().map(filter::mayMatch).orElse(true))
                    .toList();
            List<String> unsure = candidates.stream()
                    .filter(row -> filter.asksForWords()
                            || (filter.asksForProvisions() && row.provisions().isEmpty()))
                    .map(Row::changeId)
                    .toList();
            Map<String, Answer> answers = unsure.isEmpty() ? Map.of() : answers(unsure);
            for (Row row : rows) {
                Answer answer = candidates.contains(row)
                        ? answers.getOrDefault(row.changeId(), Answer.MATCHES)
                        : Answer.MATCHES_NOT;
                switch (answer) {
                    case MATCHES -> found.add(row);
                    case MATCHES_NOT -> {}
                    case NOT_LOOKED_AT -> {
                        return false;
                    }
                }
                reached = row.firstSeenAt();
            }
            return true;
        }

        /** Holds a connection, so the time counts for each event. */
        private Map<String, Answer> answers(List<String> ids) {
            return database
                    .sql(EVENTS_OF_CHANGES)
                    .bind("ids", ids)
                    .list(row -> Map.entry(row.getColumn("change_id", String.class), answer(row)))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private Answer answer(RowView row) {
            if (isOver() && hasRead) {
                return Answer.NOT_LOOKED_AT;
            }
            hasRead = true;
            return matches(row) ? Answer.MATCHES : Answer.MATCHES_NOT;
        }

        private boolean matches(RowView row) {
            return StoredEvent.read(row) instanceof ChangeClassified classified
                    && filter.matches(ChangeFacts.of(classified));
        }

        private List<Row> page(Instant lastSeen, String lastId) {
            FilterFields asked = filter.fields();
            return database.sql(PAGE_OF_CHANGES)
                    .bind("withMeanings", filter.asksForProvisions())
                    .bind("since", since)
                    .bind("lastSeen", lastSeen)
                    .bind("lastId", lastId)
                    .bind("platforms", lower(asked.platforms()))
                    .bind("termsTypes", lower(asked.termsTypes()))
                    .bind("documents", some(asked.documents()))
                    .bind("kinds", some(asked.kinds()))
                    .bind("provisions", some(asked.provisions()))
                    .bind("limit", PAGE)
                    .list(Estimator::row);
        }
    }

    private static Row row(RowView row) {
        return new Row(
                row.getColumn("change_id", String.class),
                row.getColumn("kind", ChangeKind.class),
                row.getColumn("to_first_seen_at", Instant.class),
                new DocumentRef(
                        row.getColumn("document_id", String.class),
                        row.getColumn("platform", String.class),
                        row.getColumn("terms_type", String.class),
                        row.getColumn("language", String.class),
                        List.of(row.getColumn("jurisdictions", String[].class)),
                        row.getColumn("url", String.class)),
                Meanings.read(row.getColumn("meanings", String.class)));
    }

    private static @Nullable List<String> lower(@Nullable List<@Nullable String> values) {
        List<String> given = some(values);
        return given == null
                ? null
                : given.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }

    private static @Nullable List<String> some(@Nullable List<@Nullable String> values) {
        return values == null || values.isEmpty()
                ? null
                : values.stream().filter(Objects::nonNull).toList();
    }
}
