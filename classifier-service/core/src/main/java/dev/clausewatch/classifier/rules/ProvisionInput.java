package dev.clausewatch.classifier.rules;

import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.StrikethroughText;
import dev.clausewatch.events.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision as the rules read it.
 *
 * @param termsType of its document, such as {@code Terms of Service}
 * @param headingPath the headings above it, outermost first
 * @param intro the words that introduce the list it is an item of
 * @param text its own words; offsets of evidence point into it
 */
public record ProvisionInput(
        String termsType,
        List<String> headingPath,
        @Nullable String intro,
        String text) {

    public ProvisionInput {
        headingPath = List.copyOf(headingPath);
    }

    /** A provision with this wording; struck-out words are blanks, since they do not hold. */
    public static ProvisionInput of(Wording wording) {
        return new ProvisionInput(
                wording.termsType(), wording.headingPath(), wording.intro(), StrikethroughText.blanked(wording.text()));
    }

    /** A provision of a document of this terms type; struck-out words are blanks, since they do not hold. */
    public static ProvisionInput of(String termsType, ProvisionText provision) {
        return new ProvisionInput(
                termsType, provision.headingPath(), provision.intro(), StrikethroughText.blanked(provision.text()));
    }
}
