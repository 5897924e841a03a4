@NullMarked
package dev.clausewatch.alert.teams;

import org.jspecify.annotations.NullMarked;
