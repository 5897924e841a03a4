package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether a change may alert at once or waits for {@link ChangeSettled}. */
public enum Settlement {
    /** It may alert at once. */
    SETTLED,
    /** It may alert when {@code change.settled} says {@link SettlementOutcome#CONFIRMED}. */
    PENDING,
    /** A value of a newer release; never alerts. */
    @JsonEnumDefaultValue
    UNKNOWN
}
