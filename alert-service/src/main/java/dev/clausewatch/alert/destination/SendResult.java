package dev.clausewatch.alert.destination;

import java.time.Duration;

/**
 * What came of an attempt.
 *
 * @param outcome how it ended
 * @param took how long it took
 * @param response the beginning of the answer's body, printable; empty where there was none
 */
public record SendResult(AttemptOutcome outcome, Duration took, String response) {}
