@NullMarked
package dev.clausewatch.alert.notice;

import org.jspecify.annotations.NullMarked;
