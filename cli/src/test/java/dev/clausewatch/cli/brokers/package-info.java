@NullMarked
package dev.clausewatch.cli.brokers;

import org.jspecify.annotations.NullMarked;
