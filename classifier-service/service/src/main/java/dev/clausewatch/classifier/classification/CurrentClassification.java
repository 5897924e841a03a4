package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;

/**
 * The current classification of a change.
 *
 * @param eventId the event that told of it
 * @param data the answer
 */
public record CurrentClassification(String eventId, ChangeClassified data) {}
