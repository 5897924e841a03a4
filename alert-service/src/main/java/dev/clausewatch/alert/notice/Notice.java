package dev.clausewatch.alert.notice;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.SourceDegraded;
import dev.clausewatch.events.SourceRecovered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message tells. The same notice is written the same way for ever, so that a message can be made again. */
public sealed interface Notice {

    /** A change happened. */
    record Alert(ChangeClassified classified) implements Notice {}

    /**
     * A change that was told is gone.
     *
     * @param changeId the change that was told
     * @param alertId the delivery that told it
     * @param told the headline it was told with; absent where it had none
     * @param by the change that undid it
     */
    record Retraction(
            String changeId, String alertId, @Nullable String told, ChangeClassified by) implements Notice {}

    /**
     * A change that was told and retracted holds after all.
     *
     * @param changeId the change
     * @param alertId the delivery that told it
     * @param told the headline it was told with; absent where it had none
     * @param by the change that brought its text back
     */
    record Reinstatement(
            String changeId, String alertId, @Nullable String told, ChangeClassified by) implements Notice {}

    /** A document cannot be read any more. */
    record Degraded(Instant at, SourceDegraded source) implements Notice {}

    /** It can be read again. */
    record Recovered(Instant at, SourceRecovered source) implements Notice {}

    /** A subscriber tests a destination. */
    record Test(String subscriptionId, String subscriptionName, Instant at) implements Notice {}

    /**
     * An address is asked whether it wants what it is subscribed to.
     *
     * @param link that says yes
     */
    record Confirmation(String subscriptionName, String link) implements Notice {}

    /** The change it is about in one line; absent for what is about none, and in events of earlier releases. */
    default @Nullable String headline() {
        return switch (this) {
            case Alert alert -> alert.classified().meaning().headline();
            case Retraction retraction -> retraction.told();
            case Reinstatement reinstatement -> reinstatement.told();
            case Degraded degraded -> null;
            case Recovered recovered -> null;
            case Test test -> null;
            case Confirmation confirmation -> null;
        };
    }

    /** The document it is about; absent for what is about none or several. */
    default @Nullable DocumentRef document() {
        return switch (this) {
            case Alert alert -> alert.classified().document();
            case Retraction retraction -> retraction.by().document();
            case Reinstatement reinstatement -> reinstatement.by().document();
            case Degraded degraded -> degraded.source().document();
            case Recovered recovered -> recovered.source().document();
            case Test test -> null;
            case Confirmation confirmation -> null;
        };
    }
}
