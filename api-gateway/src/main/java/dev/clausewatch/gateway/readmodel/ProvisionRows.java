package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.runtime.database.Database;
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
 * Writes when provisions appeared, disappeared, or got another number or heading; nothing for versions in which they are unchanged. A
 * version's list is compared with that of the version before it that is known; a version that comes late changes what the one behind it is
 * compared with. So any order of the same events gives the same rows. A suspect version does not count as the document's text, so its
 * provisions are ignored.
 */
final class ProvisionRows {

    private static final String PREVIOUS = """
            select event_type, event from read.change
            where document_id = :documentId and kind <> 'SUSPECT'
                and (to_sequence, detected_at, change_id) < (:sequence, :detectedAt, :changeId)
            order by to_sequence desc, detected_at desc, change_id desc limit 1""";

    private static final String NEXT = """
            select event_type, event from read.change
            where document_id = :documentId and kind <> 'SUSPECT'
                and (to_sequence, detected_at, change_id) > (:sequence, :detectedAt, :changeId)
            order by to_sequence, detected_at, change_id limit 1""";

    private static final String INSERT = """
            insert into read.provision_step (provision_id, change_id, what, number, heading_path)
            values (:provision, :change, :what, :number, :headingPath) on conflict do nothing""";

    private ProvisionRows() {}

    private record Step(ProvisionRef provision, Set<ProvisionStep> what) {}

    /** Writes the steps of a change whose row is there. */
    static void known(Database database, ChangeDetected change) {
        if (change.verdict().kind() == ChangeKind.SUSPECT) {
            return;
        }
        Optional<ChangeDetected> previous = neighbour(database, PREVIOUS, change);
        write(database, previous.map(ChangeDetected::provisions).orElse(List.of()), change);
        Optional<ChangeDetected> next = neighbour(database, NEXT, change);
        if (next.isPresent()) {
            write(database, change.provisions(), next.get());
        }
    }

    private static void write(Database database, List<ProvisionRef> previous, ChangeDetected change) {
        Map<String, ProvisionRef> before = new LinkedHashMap<>();
        previous.forEach(provision -> before.put(provision.id(), provision));
        List<Step> steps = new ArrayList<>();
        for (ProvisionRef now : change.provisions()) {
            Set<ProvisionStep> what = step(before.remove(now.id()), now);
            if (!what.isEmpty()) {
                steps.add(new Step(now, what));
            }
        }
        before.values().forEach(gone -> steps.add(new Step(gone, EnumSet.of(ProvisionStep.REMOVED))));
        database.sql("delete from read.provision_step where change_id = :changeId")
                .bind("changeId", change.changeId())
                .update();
        database.batch(
                INSERT,
                steps,
                (row, step) -> row.bind("provision", step.provision().id())
                        .bind("change", change.changeId())
                        .bind("what", step.what())
                        .bind("number", step.provision().number())
                        .bind("headingPath", step.provision().headingPath()));
    }

    private static Optional<ChangeDetected> neighbour(Database database, String sql, ChangeDetected change) {
        return database.sql(sql)
                .bind("documentId", change.document().id())
                .bind("sequence", change.to().sequence())
                .bind("detectedAt", change.provenance().detectedAt())
                .bind("changeId", change.changeId())
                .first(StoredEvent::change);
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
}
