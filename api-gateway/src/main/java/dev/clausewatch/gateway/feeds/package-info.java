/** Changes in forms other than JSON: Markdown, Atom, CSV and JSON Lines. */
@NullMarked
package dev.clausewatch.gateway.feeds;

import org.jspecify.annotations.NullMarked;
