@NullMarked
package dev.clausewatch.cli.classifier;

import org.jspecify.annotations.NullMarked;
