/** What a site allows: its robots.txt, and the pause between two requests. */
@NullMarked
package dev.clausewatch.crawler.politeness;

import org.jspecify.annotations.NullMarked;
