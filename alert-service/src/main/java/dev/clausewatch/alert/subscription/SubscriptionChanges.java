package dev.clausewatch.alert.subscription;

import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Subscriptions that were written lately, for whoever keeps them in memory. */
@ApplicationScoped
public class SubscriptionChanges {

    /** Before everything. */
    public static final String ALL = "0";

    /**
     * Rows of transactions that had not ended at the last question, and later ones. What is older was seen then, however long its
     * transaction took; a number that grows with each row would not say that.
     */
    private static final String SINCE = """
            select pg_snapshot_xmin(pg_current_snapshot())::text as read_up_to, s.id, s.position, s.kind, s.criteria::text as criteria,
                s.events, s.active and s.deleted_at is null as told
            from (select 1) as once left join subscription s on s.changed_in >= cast(:since as xid8)""";

    private final Database database;

    SubscriptionChanges(Database database) {
        this.database = database;
    }

    /**
     * What a subscription asks for.
     *
     * @param position orders them by age
     * @param rendering how its messages are written
     * @param active whether it is told anything
     */
    public record Written(
            String id, long position, Rendering rendering, Filter filter, Set<EventGroup> events, boolean active) {

        public Written {
            events = Set.copyOf(events);
        }
    }

    /**
     * An answer.
     *
     * @param readUpTo what to ask from next time
     * @param written some may have been in the answer before
     */
    public record Since(String readUpTo, List<Written> written) {

        public Since {
            written = List.copyOf(written);
        }
    }

    /** Those written since; inactive and deleted ones too. */
    public Since since(String readUpTo) {
        List<Row> rows = database.sql(SINCE).bind("since", readUpTo).list(SubscriptionChanges::row);
        List<Written> written = new ArrayList<>();
        for (Row row : rows) {
            if (row.written() != null) {
                written.add(row.written());
            }
        }
        return new Since(rows.getFirst().readUpTo(), written);
    }

    private record Row(String readUpTo, @Nullable Written written) {}

    private static Row row(RowView row) {
        String id = row.getColumn("id", String.class);
        return new Row(
                row.getColumn("read_up_to", String.class),
                id == null
                        ? null
                        : new Written(
                                id,
                                row.getColumn("position", Long.class),
                                new Rendering(row.getColumn("kind", DestinationKind.class)),
                                StoredFilter.read(row.getColumn("criteria", String.class)),
                                Arrays.stream(row.getColumn("events", String[].class))
                                        .flatMap(code -> EventGroup.byCode(code).stream())
                                        .collect(Collectors.toUnmodifiableSet()),
                                row.getColumn("told", Boolean.class)));
    }
}
