@NullMarked
package dev.clausewatch.cli.doctor;

import org.jspecify.annotations.NullMarked;
