/**
 * Histories that others kept: reading an Open Terms Archive version repository, and what is sent of it to an installation.
 */
@NullMarked
package dev.clausewatch.crawler.imports;

import org.jspecify.annotations.NullMarked;
