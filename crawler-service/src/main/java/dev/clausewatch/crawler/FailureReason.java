package dev.clausewatch.crawler;

import java.util.Locale;

/** Why a document could not be captured. The codes are stable: subscribers and dashboards filter by them. */
public enum FailureReason {
    UNREACHABLE,
    DNS,
    FORBIDDEN_ADDRESS,
    TIMEOUT,
    TLS,
    TOO_LARGE,
    /** The page has few enough bytes, but as a tree it would not fit into memory. */
    TOO_MANY_ELEMENTS,
    TOO_MANY_REDIRECTS,
    REDIRECT_REFUSED,
    HTTP_STATUS,
    ROBOTS_DISALLOWED,
    ROBOTS_UNREACHABLE,
    UNSUPPORTED_TYPE,
    SELECT_NO_MATCH,
    EMPTY_TEXT,
    TEXT_TOO_LARGE,
    /** A fault of ours, logged with its trace. */
    INTERNAL;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Such as {@code select-no-match}. */
    public String code() {
        return code;
    }
}
