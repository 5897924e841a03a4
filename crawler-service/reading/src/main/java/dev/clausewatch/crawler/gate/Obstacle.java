package dev.clausewatch.crawler.gate;

import dev.clausewatch.crawler.FailureReason;

/** What may stand in front of a document, in words for people. */
enum Obstacle {
    LOGIN(
            FailureReason.LOGIN_WALL,
            "A login page came instead of the document",
            "Declare an address that needs no login."),
    CONSENT(
            FailureReason.CONSENT_WALL,
            "A question for consent came instead of the document",
            "Declare an address that shows the document without asking first."),
    ROBOTS(
            FailureReason.BOT_WALL,
            "A wall against robots came instead of the document",
            "Ask the site to let the crawler in, or declare another address."),
    REGION(
            FailureReason.REGION_WALL,
            "The site does not show the document in this region",
            "Run the crawler where the site shows it, or declare another address."),
    NOT_FOUND(
            FailureReason.NOT_FOUND_PAGE,
            "The site says that there is no such page, and does not say so by its status",
            "Look where the document is now and declare its address."),
    ERROR(
            FailureReason.ERROR_PAGE,
            "An error page came instead of the document",
            "It is tried again; if it stays so, look at the page and declare another address."),
    MAINTENANCE(
            FailureReason.MAINTENANCE_PAGE,
            "The site is down for maintenance",
            "It is tried again; if it stays so, look at the page and declare another address."),
    SHELL(
            FailureReason.EMPTY_SHELL,
            "The page is an empty shell that scripts have not filled",
            "Declare another address, or do not declare executeClientScripts false."),
    HOLLOW(
            FailureReason.EMPTY_TEXT,
            "What is selected is no text",
            "Look whether the page was rebuilt and correct the declaration."),
    REDIRECT_PAGE(
            FailureReason.REDIRECTED_ELSEWHERE,
            "The page only sends browsers to another address",
            "Declare the address that it leads to."),
    HOME(
            FailureReason.REDIRECTED_ELSEWHERE,
            "The address leads to the home page or to an index page now",
            "Look where the document is now and declare its address."),
    ELSEWHERE(
            FailureReason.REDIRECTED_ELSEWHERE,
            "The address leads to another kind of document now",
            "Look where the document is now and declare its address.");

    private final FailureReason reason;
    private final String what;
    private final String advice;

    Obstacle(FailureReason reason, String what, String advice) {
        this.reason = reason;
        this.what = what;
        this.advice = advice;
    }

    /**
     * What follows when a rule finds it.
     *
     * @param rule id of the rule
     * @param seen what the rule knew it by, such as {@code the title says "Just a moment"}
     */
    Refusal seen(String rule, String seen) {
        return new Refusal(reason, rule, "%s (%s: %s). %s".formatted(what, rule, seen, advice));
    }
}
