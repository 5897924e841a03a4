package dev.clausewatch.alert.destination;

import java.time.Instant;

/**
 * One attempt to send a message.
 *
 * @param id of the delivery, the same for every attempt: receivers drop what they have
 * @param subscriptionId whose
 * @param destination where to
 * @param body as it was rendered for this kind of destination
 * @param at the time of the attempt
 */
public record OutgoingMessage(String id, String subscriptionId, Destination destination, String body, Instant at) {}
