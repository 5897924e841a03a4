package dev.clausewatch.runtime.messaging;

import dev.clausewatch.events.Event;
import dev.clausewatch.events.Topic;

/**
 * An event and the topic it goes to.
 *
 * @param topic where
 * @param event what
 */
public record Publication(Topic topic, Event event) {}
