@NullMarked
package dev.clausewatch.alert.mail;

import org.jspecify.annotations.NullMarked;
