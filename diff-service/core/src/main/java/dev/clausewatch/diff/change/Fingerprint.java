package dev.clausewatch.diff.change;

import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.events.Ids;
import java.util.List;

/** One value for all texts that say the same in the same order, whatever their markup, numbers, headings and own dates. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String textHash, List<Provision> provisions) {
        StringBuilder words = new StringBuilder();
        for (Provision provision : provisions) {
            if (!provision.words().isEmpty()) {
                words.append(provision.words()).append('\n');
            }
        }
        // Texts without a single word would all be the same otherwise.
        return words.isEmpty() ? textHash : Ids.sha256(words.toString());
    }
}
