package dev.clausewatch.alert.retention;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Deletes old rows in batches, each a transaction of its own; says how many went. What is still to be sent stays, however old. */
@ApplicationScoped
class RetentionRepository {

    private final Database database;

    RetentionRepository(Database database) {
        this.database = database;
    }

    /** Deliveries with their attempts; those of one subscription about one change go together. */
    @Transactional
    int deleteDeliveries(Instant finishedBefore, int most) {
        List<String> old = database.sql("""
                select d.id from delivery d
                where d.finished_at < :finishedBefore and d.state in ('DELIVERED', 'EXHAUSTED', 'CANCELLED')
                  and not exists (
                    select from delivery later
                    where later.change_id = d.change_id and later.subscription_id = d.subscription_id
                      and (later.finished_at is null or later.finished_at >= :finishedBefore))
                order by d.finished_at limit :most for update skip locked""")
                .bind("finishedBefore", finishedBefore)
                .bind("most", most)
                .list(String.class);
        if (old.isEmpty()) {
            return 0;
        }
        database.sql("delete from delivery_attempt where delivery_id = any (:old)")
                .bind("old", old)
                .update();
        return database.sql("delete from delivery where id = any (:old)")
                .bind("old", old)
                .update();
    }

    /** Messages of which no delivery is left. */
    @Transactional
    int deleteMessages(Instant createdBefore, int most) {
        return database.sql("""
                delete from message where id in (
                  select m.id from message m
                  where m.created_at < :createdBefore and not exists (select from delivery d where d.message_id = m.id)
                  order by m.created_at limit :most for update skip locked)""")
                .bind("createdBefore", createdBefore)
                .bind("most", most)
                .update();
    }

    /** Marks of changes that wait for nothing. */
    @Transactional
    int deleteHandledChanges(Instant handledBefore, int most) {
        return database.sql("""
                delete from handled_change where change_id in (
                  select change_id from handled_change where handled_at < :handledBefore and state <> 'WAITING'
                  order by handled_at limit :most for update skip locked)""")
                .bind("handledBefore", handledBefore)
                .bind("most", most)
                .update();
    }

    @Transactional
    int deleteHandledSourceEvents(Instant handledBefore, int most) {
        return database.sql("""
                delete from handled_source_event where event_id in (
                  select event_id from handled_source_event where handled_at < :handledBefore
                  order by handled_at limit :most for update skip locked)""")
                .bind("handledBefore", handledBefore)
                .bind("most", most)
                .update();
    }
}
