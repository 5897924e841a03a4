package dev.clausewatch.crawler.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param documents in the order of the batch
 */
public record ImportAnswer(List<DocumentAnswer> documents) {

    public ImportAnswer {
        documents = List.copyOf(documents);
    }

    /**
     * What became of the versions of a document.
     *
     * @param document its id
     * @param written how many became snapshots
     * @param equal how many say what the version before them says, in our format
     * @param known how many were there already
     * @param unreadable those whose texts could not be kept
     * @param refused why none was written; absent when they were
     */
    public record DocumentAnswer(
            String document,
            int written,
            int equal,
            int known,
            List<UnreadableVersion> unreadable,
            @Nullable Refusal refused) {

        public DocumentAnswer {
            unreadable = List.copyOf(unreadable);
        }

        /** None of its versions was written. */
        public static DocumentAnswer refused(String document, Refusal refusal) {
            return new DocumentAnswer(document, 0, 0, 0, List.of(), refusal);
        }
    }

    /** A version without a text that could be kept. */
    public record UnreadableVersion(String commit, String path, String reason, String detail) {}

    /**
     * Why a document is not imported.
     *
     * @param reason stable code
     * @param detail one sentence for people: what is in the way and what to do
     */
    public record Refusal(String reason, String detail) {}
}
