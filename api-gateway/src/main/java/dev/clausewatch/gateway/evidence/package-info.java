/** Evidence, from crawler-service: bundles to hand on, and the log that proves them. */
@NullMarked
package dev.clausewatch.gateway.evidence;

import org.jspecify.annotations.NullMarked;
