package dev.clausewatch.crawler.bundle;

/** Something of a bundle does not hold. */
final class BrokenBundleException extends Exception {

    private static final long serialVersionUID = 1;

    private final String part;
    private final String reason;

    /**
     * Names what does not hold.
     *
     * @param part a file of the bundle, with the line where there is one
     * @param reason the rest of the sentence
     */
    BrokenBundleException(String part, String reason) {
        super(part + ": " + reason);
        this.part = part;
        this.reason = reason;
    }

    String part() {
        return part;
    }

    String reason() {
        return reason;
    }
}
