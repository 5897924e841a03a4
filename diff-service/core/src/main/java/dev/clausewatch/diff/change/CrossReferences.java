package dev.clausewatch.diff.change;

import dev.clausewatch.diff.align.Alignment;
import dev.clausewatch.diff.align.TrackedProvision;
import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.TextNormalization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps old section numbers to new ones, so that a reference such as "see Section 7" that only follows a renumbering does not count as a
 * change. "and", "or" and "to" refer only as in "Sections 3 and 4".
 */
final class CrossReferences {

    private static final Pattern REFERENCE = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}_])(?<word>(?:(?<many>sections|clauses|articles|paragraphs|parts)"
                    + "|section|clause|article|paragraph|part|annex|schedule|(?<next>and|or|to))\\s|(?<!§)§++\\s?)"
                    + "(?<number>\\d{1,3}(?:\\.\\d{1,3}){0,9}(?:\\([a-z0-9]{1,4}\\)){0,9})(?![\\d%]|[.,]\\d"
                    // Numbers of other documents do not change when this one is renumbered.
                    + "|\\s(?:of\\s)?(?:the\\s)?(?:gdpr|ccpa|dsa|dma|regulation|directive|act|code|convention|treaty)(?!\\p{L}))");

    private static final Pattern WORDS_BEFORE = Pattern.compile("^[^\\d(]++");

    private final Map<String, String> numbers = new HashMap<>();

    CrossReferences(List<TrackedProvision> before, List<TrackedProvision> after, Alignment alignment) {
        for (int j = 0; j < after.size(); j++) {
            int i = alignment.beforeOf(j);
            if (i >= 0) {
                note(
                        before.get(i).provision().number(),
                        after.get(j).provision().number());
                headings(before.get(i).provision(), after.get(j).provision());
            }
        }
    }

    /** Whether two texts differ only in references that follow the renumbering. */
    boolean onlyFollow(String before, String after) {
        if (numbers.isEmpty()) {
            return false;
        }
        StringBuilder followed = new StringBuilder();
        Matcher reference = REFERENCE.matcher(before);
        int end = 0;
        int list = -1;
        while (reference.find()) {
            boolean goesOn =
                    list >= 0 && before.substring(list, reference.start()).isBlank();
            boolean next = reference.group("next") != null;
            if (!next || goesOn) {
                followed.append(before, end, reference.start("number")).append(followed(reference.group("number")));
                end = reference.end();
            }
            list = reference.group("many") != null || (next && goesOn) ? reference.end() : -1;
        }
        followed.append(before, end, before.length());
        return TextNormalization.of(followed.toString()).equals(TextNormalization.of(after));
    }

    /** A reference follows the number it names, or that of the clause or section around it. */
    private String followed(String reference) {
        for (int end = reference.length(); end > 0; end = Math.max(0, outer(reference, end))) {
            String number = numbers.get(reference.substring(0, end));
            if (number != null) {
                return number + reference.substring(end);
            }
        }
        return reference;
    }

    private static int outer(String reference, int end) {
        return Math.max(reference.lastIndexOf('.', end - 1), reference.lastIndexOf('(', end - 1));
    }

    private void headings(Provision before, Provision after) {
        List<String> old = before.headingPath();
        List<String> now = after.headingPath();
        if (old.equals(now) || old.size() != now.size() || !before.section().equals(after.section())) {
            return;
        }
        for (int level = 0; level < old.size(); level++) {
            note(PrintedNumber.of(old.get(level)), PrintedNumber.of(now.get(level)));
        }
    }

    private void note(@Nullable String before, @Nullable String after) {
        if (before != null && after != null && PrintedNumber.differ(before, after)) {
            numbers.put(digits(before), digits(after));
        }
    }

    private static String digits(String number) {
        return WORDS_BEFORE.matcher(PrintedNumber.bare(number)).replaceFirst("");
    }
}
