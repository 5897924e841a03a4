package dev.clausewatch.diff.change;

import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.events.Ids;
import java.util.List;

/** Hash of the normalized words of a text in order; equal for texts that differ only in markup, numbers, headings or their own dates. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String textHash, List<Provision> provisions) {
        StringBuilder words = new StringBuilder();
        for (Provision provision : provisions) {
            if (!provision.words().isEmpty()) {
                words.append(provision.words()).append('\n');
            }
        }
        // Otherwise all texts without words would be equal.
        return words.isEmpty() ? textHash : Ids.sha256(words.toString());
    }
}
