/** Commands about what the brokers hold: dead letters. */
@NullMarked
package dev.clausewatch.cli.brokers;

import org.jspecify.annotations.NullMarked;
