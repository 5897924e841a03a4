/** Makes bundles of what the database holds, and answers with them. How a bundle is written and checked is the evidence module's. */
@NullMarked
package dev.clausewatch.crawler.bundle;

import org.jspecify.annotations.NullMarked;
