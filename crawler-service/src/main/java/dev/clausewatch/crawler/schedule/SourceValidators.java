package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.fetch.Validators;

/** What the server of a source gave for the next time. */
record SourceValidators(String url, Validators validators) {}
