@NullMarked
package dev.clausewatch.alert.queue;

import org.jspecify.annotations.NullMarked;
