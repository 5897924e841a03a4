/**
 * Which documents are watched and how to read them: Open Terms Archive declarations from a folder and over HTTP, parsed,
 * validated and kept as a registry that publishes every registration and retirement.
 */
@NullMarked
package dev.clausewatch.crawler.document;

import org.jspecify.annotations.NullMarked;
