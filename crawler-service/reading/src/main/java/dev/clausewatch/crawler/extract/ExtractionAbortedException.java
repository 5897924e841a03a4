package dev.clausewatch.crawler.extract;

import dev.clausewatch.crawler.FailureReason;
import dev.clausewatch.crawler.extract.Extraction.Rejected;

/** Aborts the extraction of a page that cannot be extracted as declared; carries the failure reason. */
final class ExtractionAbortedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FailureReason reason;
    private final String detail;

    ExtractionAbortedException(FailureReason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    /** Why, and what to do, for people. */
    String detail() {
        return detail;
    }

    Rejected rejected() {
        return new Rejected(reason, detail);
    }
}
