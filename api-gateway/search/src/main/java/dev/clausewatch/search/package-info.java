/**
 * Full-text search over provisions and changes: an index in a folder, questions in words and by meaning, snippets and counts. Plain Java
 * on Lucene, so that the gateway and its measurements search alike.
 */
@NullMarked
package dev.clausewatch.search;

import org.jspecify.annotations.NullMarked;
