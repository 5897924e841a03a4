/**
 * The browser's only way to the network: a proxy on loopback that lets in only pages it gave a token, connects only to addresses that
 * were checked, and counts and cuts what a page loads.
 */
@NullMarked
package dev.clausewatch.crawler.proxy;

import org.jspecify.annotations.NullMarked;
