/**
 * What the {@code clausewatch} script runs of the crawler: commands that need neither the service nor its database, and commands
 * that speak to a running installation through the gateway's API.
 */
@NullMarked
package dev.clausewatch.crawler.commands;

import org.jspecify.annotations.NullMarked;
