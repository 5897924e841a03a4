/**
 * Reads PDFs: lines by PDFBox, in a child process with bounded memory and time, and the blocks and tables that they form on the page. What
 * the text looks like in the end is the business of {@code extract}.
 */
@NullMarked
package dev.clausewatch.crawler.pdf;

import org.jspecify.annotations.NullMarked;
