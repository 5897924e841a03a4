/** Keeps a service from starting with secrets that others know or can guess. */
@NullMarked
package dev.clausewatch.runtime.secrets;

import org.jspecify.annotations.NullMarked;
