package dev.clausewatch.cli.doctor;

import dev.clausewatch.brokers.GroupLag;

/** Whether a reader keeps up. */
final class LagJudge {

    /** As the alert rule has it. */
    private static final long MANY = 1_000;

    private LagJudge() {}

    static Finding group(GroupLag lag) {
        String check = "lag of " + lag.service().label();
        String found = "%d consumers, %d records before them.".formatted(lag.members(), lag.records());
        if (lag.members() == 0) {
            return Finding.trouble(
                    check,
                    found,
                    "No replica of " + lag.service().label() + " reads: look why it does not run or is not ready.",
                    Runbook.SERVICE_AWAY);
        }
        return records(check, lag.records(), found);
    }

    static Finding records(String check, long records, String found) {
        return records <= MANY
                ? Finding.ok(check, found)
                : Finding.warning(
                        check, found, "Look again in a minute: it has to become less.", Runbook.CONSUMER_BEHIND);
    }
}
