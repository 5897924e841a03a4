package dev.clausewatch.crawler.fetch;

/** The answer to one request: the end of the fetch, or where to go on. */
sealed interface Answer {

    record Final(FetchOutcome outcome) implements Answer {}

    record Redirect(int status, String location) implements Answer {}
}
