/**
 * Import of Open Terms Archive version repositories: the client reads the repository, the server writes its versions as snapshots of origin
 * {@code IMPORT}.
 */
@NullMarked
package dev.clausewatch.crawler.imports;

import org.jspecify.annotations.NullMarked;
