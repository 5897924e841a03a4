package dev.clausewatch.classifier.training;

import dev.clausewatch.classifier.assess.DirectionReading;
import dev.clausewatch.events.Direction;

/**
 * A change of a provision with the direction that a reader gave it.
 *
 * @param group its service
 */
public record DirectionExample(DirectionReading reading, Direction direction, String group) {}
