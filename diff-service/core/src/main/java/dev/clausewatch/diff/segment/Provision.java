package dev.clausewatch.diff.segment;

import dev.clausewatch.events.StrikethroughText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clause of a text: a paragraph, a list item, a table row or a heading that is a sentence.
 *
 * @param number as printed at its start, such as {@code 4.2}, {@code (b)} or {@code § 5}; it stays in the text
 * @param headingPath the headings above it, outermost first
 * @param intro the words that introduce the list it is an item of
 * @param text the text from {@code start} to {@code end}, exactly; a bullet or table pipe around it is left out
 * @param start first code point
 * @param end behind its last code point
 * @param words {@link TextNormalization#of} its text without the number: equal for two provisions that say the same
 */
public record Provision(
        @Nullable String number,
        List<String> headingPath,
        @Nullable String intro,
        String text,
        int start,
        int end,
        String words) {

    public Provision {
        headingPath = List.copyOf(headingPath);
    }

    /** A provision from what is printed. */
    public static Provision of(List<String> headingPath, @Nullable String intro, String text, int start, int end) {
        String standing = StrikethroughText.removed(text).strip();
        String number = PrintedNumber.of(standing);
        return new Provision(
                number, headingPath, intro, text, start, end, words(intro, PrintedNumber.without(standing)));
    }

    private static String words(@Nullable String intro, String body) {
        return isDeadline(intro, body) ? TextNormalization.withDates(body) : TextNormalization.of(body);
    }

    /** A date alone is what the words above it say it is: "You have to object by:". */
    private static boolean isDeadline(@Nullable String intro, String body) {
        return intro != null && StatedDates.isBare(body) && !StatedDates.introduce(intro);
    }

    /** A line that nothing is read into: no number, and its words are the text itself. */
    public static Provision line(String text, int start, int end) {
        return new Provision(null, List.of(), null, text, start, end, text);
    }

    /** The text behind the number. */
    public String body() {
        return number == null ? text : PrintedNumber.without(text);
    }

    /** Whether it does nothing but say what date the document has. */
    public boolean statesDateOnly() {
        return StatedDates.only(body()) && !isDeadline(intro, body());
    }

    /** The same, with what stands at its start as words of its own. */
    Provision withoutNumber() {
        return new Provision(
                null, headingPath, intro, text, start, end, TextNormalization.of(StrikethroughText.removed(text)));
    }

    /** The headings above it as one line, without numbers, marks and capitals: the same for a section that was renumbered. */
    public String section() {
        StringBuilder section = new StringBuilder();
        for (String heading : headingPath) {
            section.append(TextNormalization.of(PrintedNumber.without(heading))).append('\n');
        }
        return section.toString();
    }
}
