/**
 * The documents that are watched: which the declarations name, from which declaration each comes, and the events that tell the other
 * services of them. What a declaration is and how it is parsed is the package {@code declaration} of the reading module.
 */
@NullMarked
package dev.clausewatch.crawler.document;

import org.jspecify.annotations.NullMarked;
