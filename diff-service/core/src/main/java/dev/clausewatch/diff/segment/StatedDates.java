package dev.clausewatch.diff.segment;

import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.StrikethroughText;
import dev.clausewatch.events.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The dates that a document states about itself, such as {@code Last updated: 3 March 2026}. A date inside a duty ("you must
 * accept by 3 March") is none: its sentence says more than when the document is from.
 */
public final class StatedDates {

    private static final String MONTH =
            "(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|febrero|mar(?:ch|s|zo)?|märz|apr(?:il)?|"
                    + "avril|abril|may|mai|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|août|agosto|"
                    + "sept?(?:ember|embre)?|septiembre|oct(?:ober|obre)?|okt(?:ober)?|octubre|nov(?:ember|embre)?|noviembre|"
                    + "dec(?:ember)?|dez(?:ember)?|décembre|diciembre)\\.?";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?";
    private static final Pattern DATE = Pattern.compile(
            "(?=[\\djfmasonde])(?:(?<![\\p{L}\\p{N}])|(?<=updated|effective|modified|revised|date))(?:" + MONTH + " "
                    + DAY + ",? \\d{4}|"
                    + DAY + " (?:de |of )?" + MONTH
                    + ",? (?:de )?\\d{4}|" + MONTH + ",? \\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}"
                    + "|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{1,2}/\\d{1,2}/\\d{2}|\\d{4}年\\d{1,2}月\\d{1,2}日)(?!\\p{N}|(?!previous|prior|archived?|view|see|download|print)\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern YEAR =
            Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?<=[0-9]/)[0-9]{2}(?![0-9/])");
    private static final Pattern TIME = Pattern.compile(
            "(?<=⟨date⟩),? (?:at )?\\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\.?)?(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(version|v\\.?) ?\\d++(?:\\.\\d++)*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.;!?])(?<!(?:^|\\D)\\d{1,2}\\.) +(?=[\\p{Lu}(\\[])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

    private static final Set<String> KEYWORDS = words(
            "updated update revised revision modified amended effective version dated published posted changed force "
                    + "stand aktualisiert gültig fassung vigueur jour vigor actualización actualizado");
    private static final Set<String> AROUND = words(
            "last latest most recently recent date these this the our of on at in as is are was were from since and to"
                    + " for a an by terms term service services use user users conditions condition privacy cookie cookies"
                    + " policy policies agreement notice statement document page website site license licence guidelines"
                    + " rules legal current previous prior earlier older versions archived archive archives history"
                    + " download pdf print view see here it its be has have been become becomes go into goes comes came"
                    + " below above shall will zuletzt am ab dernière mise à le en la última address utc pst pdt time");
    private static final Set<String> DOCUMENTS =
            words("terms policy agreement notice statement conditions privacy cookie cookies"
                    + " service website guidelines rules licence license user page");
    private static final int OTHER_NAMES = 3;
    private static final int AROUND_YEAR = 24;

    private static final Set<String> EFFECTIVE = words("effective force gültig vigueur vigor");
    private static final int MOST = 20;
    private static final Pattern MARKS = Pattern.compile("^[#>|*\\s-]+");

    private StatedDates() {}

    /** The dates that a text states about itself, in order; headings are looked at as well. */
    public static List<StatedDate> in(String text) {
        List<StatedDate> found = new ArrayList<>();
        int codePoint = 0;
        for (String line : StrikethroughText.blanked(text).split("\n", -1)) {
            if (found.size() < MOST && hasDate(line)) {
                find(line, codePoint, found);
            }
            codePoint += TextFormat.length(line) + 1;
        }
        return found.size() <= MOST ? found : found.subList(0, MOST);
    }

    private static void find(String line, int offset, List<StatedDate> found) {
        Matcher marks = MARKS.matcher(line);
        int start = marks.lookingAt() ? marks.end() : 0;
        Matcher ends = SENTENCE_END.matcher(line).region(start, line.length()).useTransparentBounds(true);
        while (start < line.length()) {
            boolean more = ends.find();
            int end = more ? ends.start() : line.length();
            if (states(TextNormalization.withoutMarkup(line.substring(start, end)))) {
                datesOf(line, start, end, offset, found);
            }
            start = more ? ends.end() : line.length();
        }
    }

    private static void datesOf(String line, int start, int end, int offset, List<StatedDate> found) {
        Matcher date = DATE.matcher(line).region(start, end).useTransparentBounds(true);
        int from = start;
        while (date.find()) {
            int first = offset + line.codePointCount(0, date.start());
            found.add(new StatedDate(
                    label(line.substring(from, date.start())),
                    date.group(),
                    PrintedDate.read(date.group()),
                    first,
                    first + TextFormat.length(date.group())));
            from = date.end();
        }
    }

    /** What the words before a date, from the date before it on, say of it; the last word decides. */
    private static StatedDate.Label label(String before) {
        StatedDate.Label label = StatedDate.Label.OTHER;
        for (String word : (Iterable<String>) WORD.matcher(before).results().map(MatchResult::group)::iterator) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (EFFECTIVE.contains(lower)) {
                label = StatedDate.Label.EFFECTIVE;
            } else if (KEYWORDS.contains(lower) && !lower.equals("date") && !lower.equals("version")) {
                label = StatedDate.Label.UPDATED;
            }
        }
        return label;
    }

    /** The text with its own dates taken out; other dates stay. */
    static String masked(String text) {
        if (!hasDate(text)) {
            return text;
        }
        return Arrays.stream(SENTENCE_END.split(text, -1))
                .map(sentence -> states(TextNormalization.withoutMarkup(sentence)) ? withoutDates(sentence) : sentence)
                .collect(Collectors.joining(" "));
    }

    /** Whether a text does nothing but say what date the document has. */
    public static boolean only(String text) {
        return hasDate(text)
                && Arrays.stream(SENTENCE_END.split(TextNormalization.withoutMarkup(text), -1))
                        .allMatch(sentence -> states(sentence) && namesOnlyDocuments(sentence));
    }

    /** Whether a text is a date and no other word: what date it is stands before it. */
    static boolean isBare(String text) {
        return hasDate(text)
                && !WORD.matcher(withoutDates(TextNormalization.withoutMarkup(text))
                                .replace("⟨date⟩", " "))
                        .find();
    }

    /** Whether the words above a bare date leave it the document's own: "Last updated:" does, "You have to object by:" does not. */
    static boolean introduce(String above) {
        return WORD.matcher(TextNormalization.withoutMarkup(above))
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .allMatch(word -> KEYWORDS.contains(word) || AROUND.contains(word));
    }

    /** Other words than those of dates are the name of a document: they stand before its kind, as in "Orbitra Terms". */
    private static boolean namesOnlyDocuments(String sentence) {
        boolean name = false;
        for (String word :
                (Iterable<String>) WORD.matcher(withoutDates(sentence).replace("⟨date⟩", " "))
                        .results()
                        .map(MatchResult::group)::iterator) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean other = !KEYWORDS.contains(lower) && !AROUND.contains(lower);
            if (name && !other && !DOCUMENTS.contains(lower)) {
                return false;
            }
            name = other;
        }
        return !name;
    }

    /** Looks around years only: every text is asked, and hardly any has one. Years that are near to each other are looked at together. */
    private static boolean hasDate(String text) {
        Matcher year = YEAR.matcher(text);
        int from = -1;
        int to = -1;
        while (year.find()) {
            if (from >= 0 && year.start() - AROUND_YEAR > to) {
                if (hasDate(text, from, to)) {
                    return true;
                }
                from = -1;
            }
            from = from < 0 ? Math.max(0, year.start() - AROUND_YEAR) : from;
            to = Math.min(text.length(), year.end() + AROUND_YEAR);
        }
        return from >= 0 && hasDate(text, from, to);
    }

    private static boolean hasDate(String text, int from, int to) {
        Matcher date = DATE.matcher(text).useTransparentBounds(true);
        for (int at = from; at < to; at++) {
            if (mayBegin(text, at) && date.region(at, to).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a date may begin here: a digit or a month's first letter, before a word or behind "updated" or "effective". */
    private static boolean mayBegin(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return (!Character.isLetterOrDigit(before) || isOneOf("de", before))
                && isOneOf("0123456789jfmasond", text.charAt(at));
    }

    private static boolean isOneOf(String letters, char c) {
        return letters.indexOf(Character.toLowerCase(Character.toUpperCase(c))) >= 0;
    }

    private static String withoutDates(String sentence) {
        return VERSION_NUMBER
                .matcher(TIME.matcher(DATE.matcher(sentence).replaceAll("⟨date⟩"))
                        .replaceAll(""))
                .replaceAll("$1");
    }

    private static boolean states(String sentence) {
        Matcher date = DATE.matcher(sentence);
        if (!date.find()) {
            return false;
        }
        String rest = withoutDates(sentence).replace("⟨date⟩", " ");
        boolean keyword = false;
        int words = 0;
        int others = 0;
        for (String word : (Iterable<String>) WORD.matcher(rest).results().map(MatchResult::group)::iterator) {
            String lower = word.toLowerCase(Locale.ROOT);
            words++;
            if (KEYWORDS.contains(lower)) {
                keyword = true;
            } else if (!AROUND.contains(lower)) {
                if (!Character.isUpperCase(word.codePointAt(0))) {
                    return false;
                }
                others++;
            }
        }
        return words == 0 || (keyword && others <= OTHER_NAMES);
    }

    private static Set<String> words(String list) {
        return Set.copyOf(Arrays.asList(list.split(" ", -1)));
    }
}
