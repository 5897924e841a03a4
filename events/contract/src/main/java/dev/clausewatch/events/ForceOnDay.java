package dev.clausewatch.events;

import dev.clausewatch.events.RegisterPublished.Instrument;
import dev.clausewatch.events.RegisterPublished.StatusChange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a law applied on a day.
 *
 * @param force whether it did
 * @param since from when it stood so, where that is known
 * @param appliesFrom from when it was to apply, where it did not yet and the day was known
 * @param note what brought it about
 */
public record ForceOnDay(
        Force force,
        @Nullable LocalDate since,
        @Nullable LocalDate appliesFrom,
        @Nullable String note) {

    /** Whether a law applied. */
    public enum Force {
        /** It applied. */
        IN_FORCE,
        /** It was law, and was to apply from a later day on. */
        APPLIES_LATER,
        /** It was not law yet, or the day from which it applies had not come. */
        NOT_YET,
        /** It was proposed. */
        PROPOSED,
        /** A court barred its enforcement. */
        ENJOINED,
        /** A court had taken it away. */
        VACATED,
        REPEALED,
        /** It had ended. */
        ENDED;

        /** Whether it never comes back. */
        public boolean isOver() {
            return this == VACATED || this == REPEALED || this == ENDED;
        }
    }

    /** The force of a law on a day: of its steps the last one up to that day, that day included; without steps, its dates. */
    public static ForceOnDay of(Instrument law, LocalDate day) {
        List<StatusChange> status = law.status();
        if (status == null || status.isEmpty()) {
            return byDates(law.inForceFrom(), law.inForceTo(), day);
        }
        StatusChange last = null;
        for (StatusChange step : status) {
            if (!step.from().isAfter(day)) {
                last = step;
            }
        }
        return last == null
                ? new ForceOnDay(Force.NOT_YET, null, law.inForceFrom(), null)
                : new ForceOnDay(force(last.standing()), last.from(), last.appliesFrom(), last.note());
    }

    private static ForceOnDay byDates(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        if (from != null && day.isBefore(from)) {
            return new ForceOnDay(Force.NOT_YET, null, from, null);
        }
        return to != null && !day.isBefore(to)
                ? new ForceOnDay(Force.ENDED, to, null, null)
                : new ForceOnDay(Force.IN_FORCE, from, null, null);
    }

    private static Force force(RegisterPublished.Standing standing) {
        return switch (standing) {
            case PROPOSED -> Force.PROPOSED;
            case ADOPTED -> Force.APPLIES_LATER;
            case ENJOINED -> Force.ENJOINED;
            case VACATED -> Force.VACATED;
            case REPEALED -> Force.REPEALED;
            case IN_FORCE, UNKNOWN -> Force.IN_FORCE;
        };
    }
}
