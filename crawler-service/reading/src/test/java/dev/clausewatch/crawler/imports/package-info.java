@NullMarked
package dev.clausewatch.crawler.imports;

import org.jspecify.annotations.NullMarked;
