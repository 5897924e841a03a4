@NullMarked
package dev.clausewatch.classifier.commands;

import org.jspecify.annotations.NullMarked;
