/** Outgoing HTTP: which addresses may be connected to, and how long a server asks us to wait. */
@NullMarked
package dev.clausewatch.runtime.net;

import org.jspecify.annotations.NullMarked;
