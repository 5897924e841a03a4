/**
 * Who may do what: API keys with scopes, sessions of the pages, the audit log of commands. Schema {@code access}, which no replay
 * can rebuild.
 */
@NullMarked
package dev.clausewatch.gateway.access;

import org.jspecify.annotations.NullMarked;
