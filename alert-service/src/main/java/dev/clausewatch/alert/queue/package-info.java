/**
 * Sends what is due: claims deliveries for the length of a lease, in two lanes, with bounds for each subscription and host, whatever the
 * kind of destination.
 */
@NullMarked
package dev.clausewatch.alert.queue;

import org.jspecify.annotations.NullMarked;
