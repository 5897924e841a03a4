package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.documents.TextBlock;
import dev.clausewatch.gateway.documents.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a version's text.
 *
 * @param version the version
 * @param later how many texts came since
 * @param note how well it is known that it stood on the day that was asked about; null when none was
 * @param blocks its text
 */
public record TextView(
        Version version, long later, @Nullable String note, List<TextBlock> blocks) {}
