package dev.clausewatch.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a message is sent. */
public enum DeliveryPurpose {
    /** A change happened. */
    ALERT,
    /** A change that was alerted has been undone. */
    RETRACTION,
    /** A retracted change is in force again. */
    REINSTATEMENT,
    /** A value of a newer release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
