package dev.clausewatch.cli.crawler;

import dev.clausewatch.crawler.imports.ArchivedDocument;
import dev.clausewatch.crawler.imports.ArchivedVersion;
import dev.clausewatch.crawler.imports.ImportBatch;
import dev.clausewatch.crawler.imports.ImportBatch.DocumentPart;
import dev.clausewatch.crawler.imports.ImportBatch.VersionPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions that are sent together. */
final class PendingBatch {

    /** What JSON writes around a text: names, a path, a commit, a date. */
    private static final int FRAME_BYTES = 1024;

    private final String archive;
    private final List<DocumentPart> documents = new ArrayList<>();
    private final List<VersionPart> versions = new ArrayList<>();
    private @Nullable ArchivedDocument document;
    private @Nullable String after;
    private int count;
    private long bytes;

    PendingBatch(String archive) {
        this.archive = archive;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether a text can be sent at all. */
    static boolean takes(String text) {
        return size(text) <= ImportBatch.MOST_BYTES;
    }

    boolean hasRoomFor(String text) {
        return count < ImportBatch.MOST_VERSIONS && bytes + size(text) <= ImportBatch.MOST_BYTES;
    }

    /**
     * Adds the next version of a document.
     *
     * @param before the commit of the version that was sent before it; absent for the first
     */
    void add(ArchivedDocument of, @Nullable String before, ArchivedVersion version, String text) {
        if (!of.equals(document)) {
            closeDocument();
            document = of;
            after = before;
        }
        versions.add(new VersionPart(version.commit().name(), version.path(), version.date(), version.cause(), text));
        count++;
        bytes += size(text);
    }

    /** The batch; what follows is another. */
    ImportBatch take() {
        closeDocument();
        ImportBatch batch = new ImportBatch(archive, documents);
        documents.clear();
        count = 0;
        bytes = 0;
        return batch;
    }

    private void closeDocument() {
        if (document != null) {
            documents.add(new DocumentPart(document.service(), document.termsType(), after, versions));
        }
        versions.clear();
        document = null;
        after = null;
    }

    /** As JSON: a quotation mark, a backslash and a line feed take two bytes, another control character six. */
    private static long size(String text) {
        long escapes = text.chars()
                .map(c -> c == '"' || c == '\\' || c == '\n' ? 1 : c < ' ' ? 5 : 0)
                .sum();
        return FRAME_BYTES + text.getBytes(StandardCharsets.UTF_8).length + escapes;
    }
}
