package dev.clausewatch.crawler.imports;

import dev.clausewatch.crawler.extract.Extractor;
import dev.clausewatch.events.ToolVersion;
import java.time.Instant;

/** What {@link ArchiveReader} made of a file of an archive. */
sealed interface ArchivedText {

    /** In the format of snapshots; never empty. */
    record Text(String text) implements ArchivedText {}

    /**
     * The version is none that could be kept.
     *
     * @param reason stable code
     * @param detail one sentence for people
     */
    record Refused(String reason, String detail) implements ArchivedText {

        /** What nobody can have seen yet would stand before all that was. */
        static Refused ofTheFuture(Instant date) {
            return new Refused(
                    "dated-in-the-future",
                    "It is dated %s, which is yet to come: the clock of whoever recorded it was wrong."
                            .formatted(date));
        }
    }

    /** Travels with every imported text: this reading's own number, and that of the extractor it ends in. */
    ToolVersion VERSION = new ToolVersion("open-terms-archive", "3/" + Extractor.VERSION.version());
}
