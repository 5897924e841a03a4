/**
 * Plain SQL on the gateway's database: the read model is written and read with statements, not with entities.
 */
@NullMarked
package dev.clausewatch.gateway.database;

import org.jspecify.annotations.NullMarked;
