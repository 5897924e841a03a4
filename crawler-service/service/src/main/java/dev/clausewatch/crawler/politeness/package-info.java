/**
 * What a site allows: robots.txt, one request at a time per host with a pause in between, and back-off for hosts that answer 429 or 503.
 * Shared by all replicas and kept across restarts.
 */
@NullMarked
package dev.clausewatch.crawler.politeness;

import org.jspecify.annotations.NullMarked;
