/**
 * Which changes somebody wants to hear of: what a filter asks for, whether a change has it, and a sentence that says so. Plain Java, so that
 * alerts and their preview match alike.
 */
@NullMarked
package dev.clausewatch.filter;

import org.jspecify.annotations.NullMarked;
