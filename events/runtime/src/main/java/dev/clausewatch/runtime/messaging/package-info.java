/**
 * How every service reads and writes events: {@link dev.clausewatch.runtime.messaging.EventInbox} consumes,
 * {@link dev.clausewatch.runtime.messaging.EventPublisher} produces, and {@link dev.clausewatch.runtime.messaging.EventLog} is the outbox
 * for events that are not caused by another event.
 */
@NullMarked
package dev.clausewatch.runtime.messaging;

import org.jspecify.annotations.NullMarked;
