package dev.clausewatch.classifier.learn;

import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.classifier.rules.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a provision and the pairs of neighbours, each with the sentence that it stands in. */
final class NGrams {

    /**
     * One occurrence.
     *
     * @param before the first word of a pair; nothing where it is a word alone
     * @param word the word, or the second one of a pair
     * @param sentence counts from 0 through introduction and text
     */
    record Gram(@Nullable String before, String word, int sentence) {

        boolean isPair() {
            return before != null;
        }

        String text() {
            return before == null ? word : before + " " + word;
        }
    }

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
        return of(Words.of(intro, text));
    }

    /** Those of words: each word, and behind it the pair that it ends. */
    static List<Gram> of(List<Words.Word> words) {
        List<Gram> grams = new ArrayList<>();
        Words.Word before = null;
        for (Words.Word word : words) {
            if (word.text().length() > 1) {
                grams.add(new Gram(null, word.text(), word.sentence()));
                if (before != null && before.sentence() == word.sentence()) {
                    grams.add(new Gram(before.text(), word.text(), word.sentence()));
                }
                before = word;
            }
        }
        return grams;
    }
}
