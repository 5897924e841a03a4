package dev.clausewatch.crawler.fetch;

/** The answer to one request: the end of the fetch, or where to go on. */
sealed interface RequestOutcome {

    record Final(FetchOutcome outcome) implements RequestOutcome {}

    record Redirect(int status, String location) implements RequestOutcome {}
}
