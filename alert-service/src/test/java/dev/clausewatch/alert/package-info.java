/** Tests of the alert service, with the changes they share. */
@NullMarked
package dev.clausewatch.alert;

import org.jspecify.annotations.NullMarked;
