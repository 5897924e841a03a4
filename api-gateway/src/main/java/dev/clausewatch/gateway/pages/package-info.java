/**
 * The pages for people: rendered here, without script, readable and printable.
 */
@NullMarked
package dev.clausewatch.gateway.pages;

import org.jspecify.annotations.NullMarked;
