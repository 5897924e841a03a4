@NullMarked
package dev.clausewatch.alert.destination;

import org.jspecify.annotations.NullMarked;
