package dev.clausewatch.crawler.imports;

import dev.clausewatch.events.CaptureCause;
import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A version of a document in an archive, without its text.
 *
 * @param commit that recorded it
 * @param path of its file in that commit
 * @param blob its text
 * @param date when the archive fetched the page
 * @param cause whether the page changed or the archive's way of reading it
 */
public record ArchivedVersion(ObjectId commit, String path, ObjectId blob, Instant date, CaptureCause cause) {}
