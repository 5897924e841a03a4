package dev.clausewatch.diff.segment;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Boilerplate inside a captured text that changes without the terms changing: the year of a copyright line, partner counts of consent
 * dialogs, style sheets.
 */
final class VolatileBoilerplate {

    private static final String LONE = "(?![\\p{L}\\p{N}])";
    private static final String YEARS =
            "(?:19|20)\\d\\d(?:\\s?[-–—,/]\\s?(?:(?:19|20)\\d\\d|\\d\\d|[Pp]resent|[Nn]ow|[Tt]oday))?+" + LONE;
    private static final String OWNED = "(?:©|\\([cC]\\)|(?<![\\p{L}\\p{N}])(?:[Cc]opyright|COPYRIGHT)" + LONE + ")";
    private static final String OWNER = "\\p{Lu}[\\p{L}\\p{N}.&'’-]{0,40}+,?\\s";
    /** The years right behind the sign, or behind it and a name at the end of a sentence. */
    private static final Pattern COPYRIGHT = Pattern.compile("(?<sign>" + OWNED + "[\\s,:]{0,3}(?:" + OWNED
            + "[\\s,:]{0,3})?+(?:by\\s)?+)(?:(?<first>" + YEARS + ")|(?<owner>(?:" + OWNER + "){1,5}+)(?<last>" + YEARS
            + ")(?=\\s*+(?:[.;|)]|\\z)))");
    /** What stands before the sign of a copyright line: names, and nothing in small letters. */
    private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}");

    private static final int BEFORE_SIGN = 80;

    /** Words of a sentence that says more than how many there are. */
    private static final Pattern DUTY = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:must|shall|agree|pays?|paid|fees?|liab\\p{L}{1,6}+|limit(?:s|ed)?|maximum|minimum|exceed|least|most|more|less"
                    + "|fewer|charged?|days?|months?|years?)" + LONE,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PERSON = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:may|will|can|until|before|after|you|we)" + LONE, Pattern.CASE_INSENSITIVE);

    private static final String NUMBER = "(?<!\\d|\\d[,. ])(?:\\d{1,3}(?:[,. ]\\d{3}){1,2}|\\d{1,6})(?!\\d)";
    private static final String MANY = "(?<!\\d|\\d[,. ])(?:\\d{1,3}[,. ]\\d{3}|\\d{3,6})(?!\\d)";
    private static final String WHO =
            " (?:(?:tcf|iab|advertising|ad|trusted|data|technology|third-party|media) ){0,3}(?:partners|vendors)"
                    + LONE;
    private static final Pattern COUNTER = Pattern.compile(
            "(?<=(?:our|all) \\(?)" + NUMBER + "(?=\\)?" + WHO + ")"
                    + "|(?<=with )" + MANY + "(?=" + WHO + ")"
                    + "|(?<=\\()" + NUMBER + "(?=" + WHO + "\\))"
                    + "|(?<=(?:vendors|partners) seeking (?:your )?consent: ?)" + NUMBER
                    + "|(?<=(?:vendors|partners) \\()" + NUMBER + "(?=\\))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTER_LINE =
            Pattern.compile("\\A(?:(?:number of|total) )?(?:vendors|partners)" + LONE, Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_FIGURE = Pattern.compile("(?<=: ?|\\()" + NUMBER + "(?=\\)?\\z)");

    private VolatileBoilerplate() {}

    /** The text without it; empty for a style sheet. */
    static String removedFrom(String text) {
        String bare = text.substring(StyleSheet.end(text));
        // Fast path: most texts have no digits.
        if (bare.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return bare;
        }
        return withoutYears(withoutCounters(bare));
    }

    private static String withoutCounters(String text) {
        Matcher counter = (COUNTER_LINE.matcher(text).find()
                                && !PERSON.matcher(text).find()
                        ? LAST_FIGURE
                        : COUNTER)
                .matcher(text);
        return counter.find() && !DUTY.matcher(text).find() ? counter.replaceAll("⟨count⟩") : text;
    }

    private static String withoutYears(String text) {
        return COPYRIGHT.matcher(text).replaceAll(found -> {
            String before = text.substring(Math.max(0, found.start() - BEFORE_SIGN), found.start());
            int sentence = Math.max(before.lastIndexOf('.'), before.lastIndexOf('|'));
            if (SMALL_WORD.matcher(before.substring(sentence + 1)).find()) {
                return Matcher.quoteReplacement(found.group());
            }
            String owner = Objects.requireNonNullElse(found.group("owner"), "");
            return Matcher.quoteReplacement(found.group("sign") + owner) + "⟨year⟩";
        });
    }
}
