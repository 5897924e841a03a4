package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Reads texts of an archive. Not thread-safe: each thread has its own. */
public final class ArchivedBlobs implements AutoCloseable {

    private final ObjectReader reader;

    /** Reads from an open repository. */
    public ArchivedBlobs(Repository repository) {
        this.reader = repository.newObjectReader();
    }

    /** What a file holds. */
    public sealed interface Content {

        /** Markdown. */
        record Text(String text) implements Content {}

        /**
         * Nothing that could become a snapshot.
         *
         * @param reason stable code
         * @param detail one sentence for people
         */
        record Unreadable(String reason, String detail) implements Content {}
    }

    /** Reads a file's text. */
    public Content read(ObjectId blob) throws IOException {
        ObjectLoader file = reader.open(blob, Constants.OBJ_BLOB);
        if (file.getSize() > Limits.TEXT_BYTES) {
            return new Content.Unreadable(
                    "text-too-large",
                    "The text has %d bytes; at most %d are kept.".formatted(file.getSize(), Limits.TEXT_BYTES));
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file.getBytes(Limits.TEXT_BYTES));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Content.Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return new Content.Unreadable("not-utf8", "The file is not UTF-8.");
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
