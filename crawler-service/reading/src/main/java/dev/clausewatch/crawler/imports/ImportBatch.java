package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.CaptureCause;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Versions to import, as the command sends them.
 *
 * @param archive name or address of the archive, without credentials
 * @param documents each once
 */
public record ImportBatch(
        @NotBlank @Size(max = 500) String archive,
        @NotNull @Size(min = 1, max = MOST_VERSIONS) List<@Valid DocumentPart> documents) {

    /** So many versions are written in one transaction. */
    public static final int MOST_VERSIONS = 100;

    /** So many bytes a batch has as JSON; the services take bodies of 2 MiB. */
    public static final int MOST_BYTES = 1536 * 1024;

    public ImportBatch {
        documents = copy(documents);
    }

    /**
     * Some versions of a document that follow one another in its archive.
     *
     * @param service name of its folder
     * @param termsType name of its file without {@code .md}
     * @param after the commit of the version before the first; absent when that is the document's first
     * @param versions in order
     */
    public record DocumentPart(
            @NotBlank @Size(max = 200) String service,
            @NotBlank @Size(max = 200) String termsType,
            @Nullable String after,
            @NotNull @Size(min = 1, max = MOST_VERSIONS) List<@Valid VersionPart> versions) {

        public DocumentPart {
            versions = copy(versions);
        }

        /** The id of the document. */
        public String id() {
            return new ArchivedDocument(service, termsType, List.of()).id();
        }
    }

    /**
     * A version.
     *
     * @param commit that recorded it, as hex digits
     * @param path of its file
     * @param date when the archive fetched the page
     * @param cause {@code SITE} or {@code EXTRACTOR_UPGRADE}
     * @param text the file's, in the archive's own Markdown
     */
    public record VersionPart(
            @NotNull @Pattern(regexp = "[0-9a-f]{40}|[0-9a-f]{64}")
            String commit,

            @NotBlank @Size(max = 500) String path,
            @NotNull Instant date,
            @NotNull CaptureCause cause,
            @NotNull String text) {}

    /** How many versions it has, of all documents. */
    public int versions() {
        return documents.stream()
                .mapToInt(document -> document.versions().size())
                .sum();
    }

    /** What is absent is left for the validation to name. */
    private static <T> List<T> copy(List<T> list) {
        return Objects.isNull(list) ? list : List.copyOf(list);
    }
}
