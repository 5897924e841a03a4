package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a provision and the pairs of neighbours, each with the sentence that it stands in. */
final class NGrams {

    /** One occurrence; its sentence counts from 0 through introduction and text. */
    record Gram(String text, int sentence) {}

    private NGrams() {}

    /** Those of the text and of the words that introduce it. */
    static List<Gram> ofText(ProvisionInput provision) {
        return of(provision.intro(), provision.text());
    }

    /** Those of the headings. */
    static List<Gram> ofHeadings(ProvisionInput provision) {
        return of(null, String.join("\n", provision.headingPath()));
    }

    /** Those of the kind of document. */
    static List<Gram> ofDocument(ProvisionInput provision) {
        return of(null, provision.termsType());
    }

    private static List<Gram> of(@Nullable String intro, String text) {
        List<Gram> grams = new ArrayList<>();
        Words.Word before = null;
        for (Words.Word word : Words.of(intro, text)) {
            if (word.text().length() > 1) {
                grams.add(new Gram(word.text(), word.sentence()));
                if (before != null && before.sentence() == word.sentence()) {
                    grams.add(new Gram(before.text() + " " + word.text(), word.sentence()));
                }
                before = word;
            }
        }
        return grams;
    }
}
