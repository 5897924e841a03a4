/**
 * What a site allows: robots.txt, one request at a time per host with a pause in between, and none for a while where a host sends us
 * away. Shared by all replicas and kept across restarts.
 */
@NullMarked
package dev.clausewatch.crawler.politeness;

import org.jspecify.annotations.NullMarked;
