package dev.clausewatch.cli.doctor;

import java.time.Duration;
import java.time.Instant;

/** What an answer tells beside its body: the time, and the certificate. */
final class AnswerJudge {

    private static final Duration SMALL = Duration.ofSeconds(5);
    private static final Duration LARGE = Duration.ofMinutes(1);
    private static final long WARN_DAYS = 21;
    private static final long LAST_DAYS = 3;

    private AnswerJudge() {}

    /**
     * Whether the gateway's clock and that of this machine agree, as far as a time in whole seconds and the way of the answer let it be known.
     */
    static Finding clock(Instant said, Instant asked, Instant answered) {
        Duration ahead = Duration.between(answered, said);
        Duration behind = Duration.between(said.plusSeconds(1), asked);
        Duration skew = ahead.compareTo(behind) > 0 ? ahead : behind;
        String check = "clock";
        if (skew.compareTo(SMALL) < 0) {
            return Finding.ok(check, "That of the gateway and that of this machine agree.");
        }
        String found = "The gateway's is %d s %s that of this machine."
                .formatted(skew.toSeconds(), ahead.compareTo(behind) > 0 ? "ahead of" : "behind");
        String advice = "Find out which of the two is wrong, and let it be set by NTP.";
        return skew.compareTo(LARGE) < 0
                ? Finding.warning(check, found, advice, Runbook.CLOCKS)
                : Finding.trouble(check, found, advice, Runbook.CLOCKS);
    }

    /** Whether a certificate holds for a while yet. */
    static Finding certificate(Instant until, Instant now) {
        String check = "certificate";
        long days = Duration.between(now, until).toDays();
        String found = "That of the gateway holds for %d days, until %s.".formatted(days, until);
        if (days >= WARN_DAYS) {
            return Finding.ok(check, found);
        }
        String advice = "Renew it, and find out why that did not happen by itself.";
        return days >= LAST_DAYS
                ? Finding.warning(check, found, advice, Runbook.SECRETS)
                : Finding.trouble(check, found, advice, Runbook.SECRETS);
    }
}
