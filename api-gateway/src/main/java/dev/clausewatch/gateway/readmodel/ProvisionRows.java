package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.gateway.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes when provisions came, went, or got another number or heading, and nothing for versions in which they only stand. A version's
 * list is compared with that of the version before it that is known; a version that comes late changes what the one behind it is compared
 * with. So any order of the same events gives the same rows. A suspect text is not held to be the document's, so its list counts for
 * nothing.
 */
final class ProvisionRows {

    private static final String PREVIOUS = """
            select event_type, event from read.change
            where document_id = ? and kind <> 'SUSPECT' and (to_sequence, detected_at, change_id) < (?, ?, ?)
            order by to_sequence desc, detected_at desc, change_id desc limit 1""";

    private static final String NEXT = """
            select event_type, event from read.change
            where document_id = ? and kind <> 'SUSPECT' and (to_sequence, detected_at, change_id) > (?, ?, ?)
            order by to_sequence, detected_at, change_id limit 1""";

    private static final String INSERT = """
            insert into read.provision_step (provision_id, change_id, what, number, heading_path)
            values (?, ?, ?, ?, ?) on conflict do nothing""";

    private ProvisionRows() {}

    /** Writes the steps of a change whose row is there. */
    static void known(Connection connection, ChangeDetected change) throws SQLException {
        if (change.kind() == ChangeKind.SUSPECT) {
            return;
        }
        Optional<ChangeDetected> previous = neighbour(connection, PREVIOUS, change);
        write(connection, previous.map(ChangeDetected::provisions).orElse(List.of()), change);
        Optional<ChangeDetected> next = neighbour(connection, NEXT, change);
        if (next.isPresent()) {
            write(connection, change.provisions(), next.get());
        }
    }

    private static void write(Connection connection, List<ProvisionRef> previous, ChangeDetected change)
            throws SQLException {
        Map<String, ProvisionRef> before = new LinkedHashMap<>();
        previous.forEach(provision -> before.put(provision.id(), provision));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ProvisionRef now : change.provisions()) {
            Set<ProvisionStep> what = step(before.remove(now.id()), now);
            if (!what.isEmpty()) {
                rows.add(row(change, now, what));
            }
        }
        before.values().forEach(gone -> rows.add(row(change, gone, EnumSet.of(ProvisionStep.REMOVED))));
        Database.update(connection, "delete from read.provision_step where change_id = ?", change.changeId());
        Database.updateEach(connection, INSERT, rows);
    }

    private static Optional<ChangeDetected> neighbour(Connection connection, String sql, ChangeDetected change)
            throws SQLException {
        return Database.query(
                        connection,
                        sql,
                        List.of(change.document().id(), change.to().sequence(), change.detectedAt(), change.changeId()),
                        StoredEvent::change)
                .stream()
                .findFirst();
    }

    private static Set<ProvisionStep> step(@Nullable ProvisionRef was, ProvisionRef is) {
        if (was == null) {
            return EnumSet.of(ProvisionStep.ADDED);
        }
        Set<ProvisionStep> what = EnumSet.noneOf(ProvisionStep.class);
        if (!Objects.equals(was.number(), is.number())) {
            what.add(ProvisionStep.RENUMBERED);
        }
        if (!was.headingPath().equals(is.headingPath())) {
            what.add(ProvisionStep.HEADING_CHANGED);
        }
        return what;
    }

    private static List<@Nullable Object> row(ChangeDetected change, ProvisionRef provision, Set<ProvisionStep> what) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(provision.id());
        row.add(change.changeId());
        row.add(what);
        row.add(provision.number());
        row.add(provision.headingPath());
        return row;
    }
}
