/** What the features of the crawler share: the reasons of a failed capture, the bytes of a page, JSON of columns. */
@NullMarked
package dev.clausewatch.crawler;

import org.jspecify.annotations.NullMarked;
