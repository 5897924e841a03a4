package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.Ids;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a document's file in an Open Terms Archive version repository: {@code Service/Terms type.md}.
 *
 * @param path as it stands
 * @param service the folder
 * @param termsType the file's name without {@code .md}
 */
record ArchivePath(String path, String service, String termsType) {

    private static final Pattern DOCUMENT = Pattern.compile("\\A([^./][^/]*+)/([^/]+)\\.md");

    /** Empty for every other file, such as {@code README.md}. */
    static Optional<ArchivePath> of(String path) {
        Matcher document = DOCUMENT.matcher(path);
        return document.matches()
                ? Optional.of(new ArchivePath(path, document.group(1), document.group(2)))
                : Optional.empty();
    }

    String documentId() {
        return Ids.document(service, termsType, null);
    }
}
