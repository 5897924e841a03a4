/** What the reading of PDFs may take, as it is configured. The reading is the reading module's. */
@NullMarked
package dev.clausewatch.crawler.pdf;

import org.jspecify.annotations.NullMarked;
