package dev.clausewatch.crawler.schedule;

import dev.clausewatch.crawler.archive.Archive;
import dev.clausewatch.crawler.archive.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what captures need to know of the documents that were claimed. */
@ApplicationScoped
class DueDocuments {

    private final CaptureStateRepository states;
    private final Archive archive;

    DueDocuments(CaptureStateRepository states, Archive archive) {
        this.states = states;
        this.archive = archive;
    }

    /** The documents, except those whose claims are lost and those that are no longer watched. */
    List<DueDocument> find(List<Claim> claims) {
        Map<String, CaptureState> known = states.find(claims);
        Map<String, Snapshot> newest =
                archive.newest(claims.stream().map(Claim::documentId).toList());
        List<DueDocument> documents = new ArrayList<>();
        for (Claim claim : claims) {
            CaptureState state = known.get(claim.token());
            if (state != null) {
                documents.add(DueDocument.of(claim, state, newest.get(claim.documentId())));
            }
        }
        return documents;
    }
}
