package dev.clausewatch.crawler.bundle;

import java.util.Locale;

/** The names of a bundle's files. They stand in the ZIP in the order of their names, and the manifest last. */
final class BundleLayout {

    static final String CHANGE = "change.json";
    static final String CHECKPOINT = "checkpoint";
    static final String PAGE = "index.html";
    static final String WARC = "pages.warc.gz";
    static final String PROOFS = "proofs.json";
    static final String PUBLIC_KEY = "public-key.pem";
    static final String RECORDS = "records.jsonl";
    static final String MANIFEST = "MANIFEST";

    private BundleLayout() {}

    /** The text of a snapshot; sequences have as many digits as keep their order. */
    static String text(long sequence) {
        return String.format(Locale.ROOT, "texts/%09d.md", sequence);
    }
}
