/** The command that checks a bundle, and the program that is nothing but this command. */
@NullMarked
package dev.clausewatch.crawler.verify;

import org.jspecify.annotations.NullMarked;
