package dev.clausewatch.crawler.document;

import java.time.Instant;
import java.util.Collection;

/**
 * What registry and imports ask of the captures of a document. Everything is part of the caller's transaction, so that a document and
 * whether it is captured never differ.
 */
public interface CaptureControl {

    /**
     * Has a document captured from now on; what is known of earlier captures stays. A capture in flight loses its claim: it read the
     * document in the old way.
     *
     * @param due when the document is captured next, unless that is sooner anyway
     */
    void start(String documentId, Instant due);

    /** Has a document captured no longer. A capture in flight loses its claim. */
    void stop(String documentId);

    /**
     * Locks documents against everything that writes their snapshots until the transaction ends, and keeps captures of watched ones off
     * until the given time: one in flight loses its claim.
     */
    void hold(Collection<String> documentIds, Instant until);
}
