/**
 * How every service reads and writes events: {@link dev.clausewatch.runtime.messaging.EventInbox} for what comes in,
 * {@link dev.clausewatch.runtime.messaging.EventPublisher} for what goes out, and
 * {@link dev.clausewatch.runtime.messaging.EventLog} for events that no other event causes.
 */
@NullMarked
package dev.clausewatch.runtime.messaging;

import org.jspecify.annotations.NullMarked;
