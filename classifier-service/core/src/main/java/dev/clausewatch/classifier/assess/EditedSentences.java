package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit by the sentences of both sides, with what each says.
 *
 * @param before the sentences that stood, touched or not
 * @param after the sentences that stand
 * @param introBefore the words that introduced a list in front of its item; empty for none
 * @param introAfter the same of now
 */
record EditedSentences(
        Edit edit,
        List<ChangedSentence> before,
        List<ChangedSentence> after,
        String introBefore,
        String introAfter,
        StatementReader statements) {

    static EditedSentences of(TouchedProvision touched, Edit edit, StatementReader statements) {
        return new EditedSentences(
                edit,
                ChangedSentence.of(edit.before(), ChangedSentence.changed(edit, true)),
                ChangedSentence.of(edit.after(), ChangedSentence.changed(edit, false)),
                intro(touched.before()),
                intro(touched.after()),
                statements);
    }

    @Nullable
    ChangedSentence before(int word) {
        return ChangedSentence.holding(before, word);
    }

    @Nullable
    ChangedSentence after(int word) {
        return ChangedSentence.holding(after, word);
    }

    /** What a sentence that stood said; nothing where that is not plain. */
    @Nullable
    Statement said(@Nullable ChangedSentence sentence) {
        return sentence == null ? null : statement(sentence.text(), introBefore);
    }

    /** What a sentence that stands says. */
    @Nullable
    Statement says(@Nullable ChangedSentence sentence) {
        return sentence == null ? null : statement(sentence.text(), introAfter);
    }

    /** What a sentence says; an item of a list with the words that introduce it. */
    private @Nullable Statement statement(String sentence, String intro) {
        Statement read = statements.read(sentence).orElse(null);
        if (read != null || intro.isEmpty()) {
            return read;
        }
        return statements.read(intro + " " + ShortText.line(sentence)).orElse(null);
    }

    private static String intro(@Nullable ProvisionText text) {
        if (text == null || text.intro() == null) {
            return "";
        }
        String line = ShortText.withoutEnd(ShortText.line(text.intro()));
        int sentence = Math.max(line.lastIndexOf(". "), line.lastIndexOf("; "));
        return line.substring(sentence < 0 ? 0 : sentence + 2);
    }
}
