/**
 * The contract between the services: what happened ({@link dev.clausewatch.events.EventData} and its records), where it is
 * published ({@link dev.clausewatch.events.Topic}), how it looks on the wire ({@link dev.clausewatch.events.EventCodec}) and
 * how everything is named ({@link dev.clausewatch.events.Ids}). Plain Java: no framework.
 */
@NullMarked
package dev.clausewatch.events;

import org.jspecify.annotations.NullMarked;
