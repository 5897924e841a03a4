/**
 * Declarations: which documents a platform has, where they are and how they are read, in the format of Open Terms Archive with fields of
 * our own; from a file, a folder or a Git repository.
 */
@NullMarked
package dev.clausewatch.crawler.declaration;

import org.jspecify.annotations.NullMarked;
