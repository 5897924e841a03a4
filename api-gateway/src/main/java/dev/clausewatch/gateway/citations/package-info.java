/** How to cite what the archive holds, and the addresses that last. */
@NullMarked
package dev.clausewatch.gateway.citations;

import org.jspecify.annotations.NullMarked;
