package dev.clausewatch.crawler.document;

/** Where a declaration came from: each side retires only its own. */
public enum DocumentOrigin {
    /** The folder or the Git repository of the settings. */
    FOLDER("the folder or repository of the settings"),
    HTTP("HTTP"),
    /** Nowhere: an archive holds the document, and nobody declared it. */
    IMPORT("an archive");

    private final String words;

    DocumentOrigin(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }
}
