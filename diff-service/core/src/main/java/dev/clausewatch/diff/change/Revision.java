package dev.clausewatch.diff.change;

import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.VersionRef;
import java.util.List;

/**
 * A version with its text, to be compared with any other one of its document.
 *
 * @param ref which
 * @param text in our text format
 * @param provisions as it was cut when it came, for their ids; empty when that is not known
 */
public record Revision(VersionRef ref, String text, List<ProvisionRef> provisions) {

    public Revision {
        provisions = List.copyOf(provisions);
    }
}
