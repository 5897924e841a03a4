/** What the features of the service share: the clock. */
@NullMarked
package dev.clausewatch.crawler;

import org.jspecify.annotations.NullMarked;
