package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.gateway.changes.CodePoints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision as it stands in a version.
 *
 * @param id lasts across versions
 * @param snapshotId the version
 * @param number as printed
 * @param headingPath the headings above it, outermost first
 * @param text its words; absent while the version's text is not read yet
 * @param start offset into the version's text, in Unicode code points
 * @param end behind its last code point
 * @param meaning what it does; absent where the version's wordings are not known, as in one that was replaced before the release that tells them
 */
public record StandingProvision(
        String id,
        String snapshotId,
        @Nullable String number,
        List<String> headingPath,
        @Nullable String text,
        int start,
        int end,
        @Nullable ProvisionMeaning meaning) {

    static StandingProvision of(
            ProvisionRef provision, String snapshotId, @Nullable CodePoints text, @Nullable ProvisionMeaning meaning) {
        return new StandingProvision(
                provision.id(),
                snapshotId,
                provision.number(),
                provision.headingPath(),
                text == null ? null : text.slice(provision.start(), provision.end()),
                provision.start(),
                provision.end(),
                meaning);
    }
}
