package dev.clausewatch.crawler;

import java.util.Locale;

/** Why a document could not be captured. The codes are stable: subscribers and dashboards filter by them. */
public enum FailureReason {
    /** No connection could be made. */
    UNREACHABLE,
    /** There was a connection, and no whole answer. */
    CONNECTION_LOST,
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
    /** A scan. */
    PDF_NO_TEXT,
    PDF_ENCRYPTED,
    PDF_BROKEN,
    PDF_TOO_MANY_PAGES,
    PDF_TIMEOUT,
    PDF_OUT_OF_MEMORY,
    SELECT_NO_MATCH,
    /** The page has few enough elements, but selectors that look at all of them for each. */
    EXTRACTION_TIMEOUT,
    EMPTY_TEXT,
    /** A check against robots, a challenge or a refusal to them. */
    BOT_WALL,
    LOGIN_WALL,
    CONSENT_WALL,
    /** The site does not show the document where we are. */
    REGION_WALL,
    /** The page says that nothing was found, although the status says otherwise. */
    NOT_FOUND_PAGE,
    MAINTENANCE_PAGE,
    /** The page says that something failed, although the status says otherwise. */
    ERROR_PAGE,
    /** Scripts would fill the page. */
    EMPTY_SHELL,
    /** A redirect led to the home page or to another document. */
    REDIRECTED_ELSEWHERE,
    TEXT_TOO_LARGE,
    /** The page needs a browser, and the machine has none. */
    NO_BROWSER,
    RENDER_TIMEOUT,
    RENDER_FAILED,
    /** A fault of ours, logged with its trace. */
    INTERNAL;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Such as {@code select-no-match}. */
    public String code() {
        return code;
    }
}
