/** Commands on the crawler's cores: declarations, evidence, importing of archives, and measuring the reading of pages. */
@NullMarked
package dev.clausewatch.cli.crawler;

import org.jspecify.annotations.NullMarked;
