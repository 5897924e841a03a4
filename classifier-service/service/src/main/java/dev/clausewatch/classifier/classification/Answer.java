package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;

/**
 * The answer that is given now to what a change means.
 *
 * @param eventId the event that told of it
 * @param data the answer
 */
public record Answer(String eventId, ChangeClassified data) {}
