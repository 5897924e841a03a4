/** {@code doctor}: looks at a running installation from outside, and says what is wrong with it. */
@NullMarked
package dev.clausewatch.cli.doctor;

import org.jspecify.annotations.NullMarked;
