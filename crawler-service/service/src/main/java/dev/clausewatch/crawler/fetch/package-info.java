/** How pages are fetched, as it is configured. The fetching is the renderer module's. */
@NullMarked
package dev.clausewatch.crawler.fetch;

import org.jspecify.annotations.NullMarked;
