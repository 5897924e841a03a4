/** What the features of the service share: the clock, and what is made of the cores. */
@NullMarked
package dev.clausewatch.crawler;

import org.jspecify.annotations.NullMarked;
