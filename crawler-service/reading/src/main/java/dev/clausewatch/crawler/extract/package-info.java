/**
 * Reads the text of a page, in the text format of snapshots. Plain Java, deterministic, linear in the size of the page.
 */
@NullMarked
package dev.clausewatch.crawler.extract;

import org.jspecify.annotations.NullMarked;
