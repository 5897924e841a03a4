/**
 * Histories that others kept: reading an Open Terms Archive version repository on the user's side, and writing what it holds as
 * snapshots of origin {@code IMPORT} on the server's, each document as far as it came.
 */
@NullMarked
package dev.clausewatch.crawler.imports;

import org.jspecify.annotations.NullMarked;
