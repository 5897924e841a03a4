package dev.clausewatch.crawler.render;

import dev.clausewatch.crawler.proxy.ProxyPass;
import java.util.concurrent.CompletableFuture;

/**
 * A page that waits for a browser.
 *
 * @param pass its way to the network
 * @param outcome completed by the browser's thread
 */
record RenderTask(RenderJob job, ProxyPass pass, CompletableFuture<Rendering> outcome) {}
