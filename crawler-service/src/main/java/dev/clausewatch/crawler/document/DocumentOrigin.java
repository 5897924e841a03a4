package dev.clausewatch.crawler.document;

/** Where a declaration came from: each side retires only its own. */
public enum DocumentOrigin {
    FOLDER,
    HTTP
}
