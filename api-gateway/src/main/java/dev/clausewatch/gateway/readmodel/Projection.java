package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.CaptureFailed;
import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeSettled;
import dev.clausewatch.events.DeliveryAttempt;
import dev.clausewatch.events.DeliveryExhausted;
import dev.clausewatch.events.DeliveryFailed;
import dev.clausewatch.events.DeliverySucceeded;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.DocumentRegistered;
import dev.clausewatch.events.DocumentRetired;
import dev.clausewatch.events.Event;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EventData;
import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.events.SnapshotCaptured;
import dev.clausewatch.events.SnapshotVerified;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import dev.clausewatch.events.VersionSegmented;
import dev.clausewatch.events.WordingAdded;
import dev.clausewatch.events.WordingAssessed;
import dev.clausewatch.runtime.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Projects events to rows. Every write is an upsert that keeps the newer value, so events may come twice and in any order: topics are read
 * independently, so a classification may arrive before its change.
 */
final class Projection {

    private Projection() {}

    /** Writes what an event says, within the caller's transaction. */
    static void apply(Database database, Event event) {
        DocumentRef document = document(event.data());
        if (document != null) {
            DocumentRows.reference(database, event, document);
        }
        switch (event.data()) {
            case DocumentRegistered it ->
                DocumentRows.declared(
                        database, event, it.document().id(), it.sources(), it.category(), it.cadence(), false);
            case DocumentRetired it ->
                DocumentRows.declared(
                        database, event, it.document().id(), it.sources(), it.category(), it.cadence(), true);
            case SnapshotCaptured it -> DocumentRows.captured(database, it);
            case SnapshotVerified it -> DocumentRows.verified(database, it);
            case CaptureFailed it -> DocumentRows.failed(database, it);
            case SourceDegraded it -> DocumentRows.degraded(database, event, it);
            case SourceRecovered it -> DocumentRows.recovered(database, it);
            case ChangeDetected it -> {
                ChangeRows.detected(database, it);
                known(database, it);
            }
            case ChangeClassified it -> {
                if (ChangeRows.classified(database, it)) {
                    known(database, it.change());
                }
            }
            case ChangeSettled it -> ChangeRows.settled(database, it);
            case VersionSegmented it -> WordingRows.segmented(database, it);
            case WordingAdded it -> {
                // Its words are those of the versions, which are here already.
            }
            case WordingAssessed it -> WordingRows.assessed(database, it);
            case RegisterPublished it -> register(database, it);
            case DeliverySucceeded it -> delivery(database, it.attempt(), "SUCCEEDED");
            case DeliveryFailed it -> delivery(database, it.attempt(), "FAILED");
            case DeliveryExhausted it -> delivery(database, it.attempt(), "EXHAUSTED");
        }
    }

    /** What follows from a change whose row is there. */
    private static void known(Database database, ChangeDetected change) {
        ProvisionRows.known(database, change);
        WordingRows.standing(database, change.to().snapshotId());
    }

    private static void register(Database database, RegisterPublished register) {
        database.sql("""
                insert into read.register as r (ruleset, published_at, event) values (:key, :publishedAt, :register)
                on conflict (ruleset) do update set published_at = excluded.published_at, event = excluded.event
                where excluded.published_at > r.published_at""")
                .bind("key", register.key())
                .bind("publishedAt", register.publishedAt())
                .bind("register", EventCodec.write(register))
                .update();
    }

    /** The last attempt holds. */
    private static void delivery(Database database, DeliveryAttempt attempt, String outcome) {
        database.sql("""
                insert into read.delivery as d
                    (delivery_id, subscription_id, change_id, purpose, attempt, outcome, attempted_at)
                values (:deliveryId, :subscriptionId, :changeId, :purpose, :attempt, :outcome, :attemptedAt)
                on conflict (delivery_id) do update set attempt = excluded.attempt, outcome = excluded.outcome,
                    attempted_at = excluded.attempted_at
                where (excluded.attempt, excluded.attempted_at) > (d.attempt, d.attempted_at)""")
                .bind("deliveryId", attempt.deliveryId())
                .bind("subscriptionId", attempt.subscriptionId())
                .bind("changeId", attempt.changeId())
                .bind("purpose", attempt.purpose())
                .bind("attempt", attempt.attempt())
                .bind("outcome", outcome)
                .bind("attemptedAt", attempt.attemptedAt())
                .update();
    }

    private static @Nullable DocumentRef document(EventData data) {
        return switch (data) {
            case DocumentRegistered it -> it.document();
            case DocumentRetired it -> it.document();
            case SnapshotCaptured it -> it.document();
            case SnapshotVerified it -> it.document();
            case CaptureFailed it -> it.document();
            case SourceDegraded it -> it.document();
            case SourceRecovered it -> it.document();
            case ChangeDetected it -> it.document();
            case ChangeClassified it -> it.document();
            case ChangeSettled it -> it.document();
            case VersionSegmented it -> it.document();
            case WordingAdded it -> it.document();
            // A delivery is about a change that is known already; there are too many of them to write its document each
            // time.
            case DeliverySucceeded it -> null;
            case DeliveryFailed it -> null;
            case DeliveryExhausted it -> null;
            case RegisterPublished it -> null;
            case WordingAssessed it -> null;
        };
    }
}
