/** The language model of the user's own, if there is one: where it is, how often it may be asked, and asking it. */
@NullMarked
package dev.clausewatch.classifier.languagemodel;

import org.jspecify.annotations.NullMarked;
