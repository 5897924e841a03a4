/** How pages are rendered, as it is configured. The rendering is the renderer module's. */
@NullMarked
package dev.clausewatch.crawler.render;

import org.jspecify.annotations.NullMarked;
