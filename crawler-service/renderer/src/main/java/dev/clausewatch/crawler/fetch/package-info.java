/**
 * Gets one page over HTTP with limits on addresses, time, size, redirects and types; every failure is a value with a stable
 * reason.
 */
@NullMarked
package dev.clausewatch.crawler.fetch;

import org.jspecify.annotations.NullMarked;
