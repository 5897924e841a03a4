@NullMarked
package dev.clausewatch.alert.slack;

import org.jspecify.annotations.NullMarked;
