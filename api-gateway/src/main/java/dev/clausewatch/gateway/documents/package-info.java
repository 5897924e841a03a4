/**
 * Documents with the health of their sources, and their versions with the texts.
 */
@NullMarked
package dev.clausewatch.gateway.documents;

import org.jspecify.annotations.NullMarked;
