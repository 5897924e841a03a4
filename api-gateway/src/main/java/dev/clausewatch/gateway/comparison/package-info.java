/** Any two versions of a document, compared by the differ's own code. */
@NullMarked
package dev.clausewatch.gateway.comparison;

import org.jspecify.annotations.NullMarked;
