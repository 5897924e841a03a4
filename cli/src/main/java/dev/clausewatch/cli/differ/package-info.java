/** Commands on the differ's core: replaying histories of documents. */
@NullMarked
package dev.clausewatch.cli.differ;

import org.jspecify.annotations.NullMarked;
