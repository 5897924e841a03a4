/**
 * What the features of the crawler share: the reasons of a failed capture, the bytes of a page, the clock.
 */
@NullMarked
package dev.clausewatch.crawler;

import org.jspecify.annotations.NullMarked;
