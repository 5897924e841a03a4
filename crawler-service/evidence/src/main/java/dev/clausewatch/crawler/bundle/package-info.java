/**
 * Evidence to hand on: one file with everything that shows what a document said and when, and the check of such a file by somebody who
 * has nothing else.
 */
@NullMarked
package dev.clausewatch.crawler.bundle;

import org.jspecify.annotations.NullMarked;
