package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a subscriber is told. */
public enum DeliveryPurpose {
    /** A change happened. */
    ALERT,
    /** A change that was told is gone. */
    RETRACTION,
    /** A change that was retracted holds after all. */
    REINSTATEMENT,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
