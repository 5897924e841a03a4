package dev.clausewatch.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check what was looked at
 * @param state how it is
 * @param found in a sentence
 * @param advice what to do; absent where all is well
 * @param runbook the section that says more
 */
record Finding(
        String check,
        State state,
        String found,
        @Nullable String advice,
        @Nullable Runbook runbook) {

    /** How something is. */
    enum State {
        OK,
        WARNING,
        TROUBLE,
        /** It could not be looked at. */
        UNKNOWN
    }

    static Finding ok(String check, String found) {
        return new Finding(check, State.OK, found, null, null);
    }

    static Finding warning(String check, String found, String advice, Runbook runbook) {
        return new Finding(check, State.WARNING, found, advice, runbook);
    }

    static Finding trouble(String check, String found, String advice, Runbook runbook) {
        return new Finding(check, State.TROUBLE, found, advice, runbook);
    }

    static Finding unknown(String check, String found, String advice) {
        return new Finding(check, State.UNKNOWN, found, advice, null);
    }
}
