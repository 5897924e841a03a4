/**
 * What a site allows: robots.txt, and one request at a time per host with a pause in between, shared by all replicas.
 */
@NullMarked
package dev.clausewatch.crawler.politeness;

import org.jspecify.annotations.NullMarked;
