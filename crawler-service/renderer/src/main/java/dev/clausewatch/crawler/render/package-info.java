/** Pages that a browser has to render: Chromium, driven by Playwright, that reaches the network only through the crawler's proxy. */
@NullMarked
package dev.clausewatch.crawler.render;

import org.jspecify.annotations.NullMarked;
