package dev.clausewatch.gateway.comparison;

import dev.clausewatch.events.Signal;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangedDocument;
import dev.clausewatch.gateway.documents.Version;
import java.util.List;

/**
 * What differs between two versions of a document, whatever lies between them. What it means is not assessed: that is told of each change.
 *
 * @param document its document
 * @param from the version to start from
 * @param to the version to come to; may be the earlier one
 * @param kind {@code SAME} text, {@code EDITORIAL} when only the form differs, or {@code SUBSTANTIVE}: then the provisions that differ in
 *     form only are left out
 * @param signals what differs, counted; also when the texts could not be compared clause by clause, or the list was shortened
 * @param differ what compared
 * @param segmenter what cut the texts into provisions
 * @param provisions those that differ, in the order of the second version, as a change has them
 */
public record VersionComparison(
        ChangedDocument document,
        Version from,
        Version to,
        String kind,
        List<Signal> signals,
        ToolVersion differ,
        ToolVersion segmenter,
        List<ChangeDetail.Provision> provisions) {

    static final String SAME = "SAME";

    /** Whether the texts are equal. */
    public boolean same() {
        return kind.equals(SAME);
    }
}
