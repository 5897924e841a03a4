@NullMarked
package dev.clausewatch.brokers;

import org.jspecify.annotations.NullMarked;
