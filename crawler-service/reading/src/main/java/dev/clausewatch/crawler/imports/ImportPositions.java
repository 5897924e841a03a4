package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.imports.ImportAnswer.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far documents are imported.
 *
 * @param documents in the order of the question
 */
public record ImportPositions(List<Position> documents) {

    public ImportPositions {
        documents = List.copyOf(documents);
    }

    /**
     * The question.
     *
     * @param documents by the names that they have in their archive
     */
    public record Question(
            @NotNull @Size(min = 1, max = MOST_DOCUMENTS) List<@Valid Name> documents) {

        /** So many are asked of at once. */
        public static final int MOST_DOCUMENTS = 500;

        public Question {
            documents = Objects.isNull(documents) ? documents : List.copyOf(documents);
        }
    }

    /** A document as its archive names it. */
    public record Name(
            @NotBlank @Size(max = 200) String service,
            @NotBlank @Size(max = 200) String termsType) {}

    /**
     * How far a document is imported.
     *
     * @param document its id
     * @param versions how many of its archive's versions are
     * @param lastCommit of the last of them; absent when there is none
     * @param archive that the last of them is from; absent when there is none
     * @param hasText whether any of them has a text that was kept
     * @param refused why it cannot be imported; absent when it can
     */
    public record Position(
            String document,
            long versions,
            @Nullable String lastCommit,
            @Nullable String archive,
            boolean hasText,
            @Nullable Refusal refused) {}
}
