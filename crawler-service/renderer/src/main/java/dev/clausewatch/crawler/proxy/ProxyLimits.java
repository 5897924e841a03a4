package dev.clausewatch.crawler.proxy;

/**
 * What one page may load through the proxy.
 *
 * @param connections opened in all; a plain HTTP request is one, a tunnel for https is one
 * @param connectionBytes over one connection, both ways together
 * @param bytes over all connections, both ways together
 */
public record ProxyLimits(int connections, long connectionBytes, long bytes) {}
