package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a subscriber is told. */
public enum DeliveryPurpose {
    /** A change happened. */
    ALERT,
    /** A change that was told is gone. */
    RETRACTION,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
