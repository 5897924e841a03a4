/** Which addresses outgoing HTTP may connect to. */
@NullMarked
package dev.clausewatch.runtime.net;

import org.jspecify.annotations.NullMarked;
