/**
 * Judges a capture by itself before it becomes a snapshot: walls, error pages and redirects that lead away from the document. Plain
 * Java. What a text says compared with the one before is the differ's to judge.
 */
@NullMarked
package dev.clausewatch.crawler.gate;

import org.jspecify.annotations.NullMarked;
