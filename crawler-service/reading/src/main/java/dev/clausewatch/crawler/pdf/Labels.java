package dev.clausewatch.crawler.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of a list begins with. */
final class Labels {

    private static final Pattern BULLET = Pattern.compile(
            "^(?:[\\u2022\\u25CF\\u25CB\\u25E6\\u25AA\\u25A0\\u25A1\\u2023\\u2043\\u00B7\\u2219\\u27A2\\u2756\\uF0B7\\uF0A7\\u2013\\u2014*-]|o(?= )) *+(?=\\S)");

    /** {@code 1.}, {@code (a)}, {@code iv)}; of several parts it is a clause's number, which belongs to its words. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\((?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})\\)|(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)])(?= \\S)");

    private static final Pattern CLAUSE = Pattern.compile(
            "^(?:(?:ARTICLE|Article|SECTION|Section|Clause) (?:\\d++|[IVXLC]++)\\b|\\d{1,3}(?:\\.\\d{1,3}+)++\\.?+(?= \\S))");

    private Labels() {}

    static boolean isBullet(String text) {
        return BULLET.matcher(text).find();
    }

    /** Whether a label of a list or the number of a clause. */
    static boolean isNumbered(String text) {
        return LABEL.matcher(text).find() || CLAUSE.matcher(text).find();
    }

    static boolean isAny(String text) {
        return isBullet(text) || isNumbered(text);
    }

    /** As our text format marks it; the text itself when it is no item. */
    static String item(String text) {
        Matcher bullet = BULLET.matcher(text);
        if (bullet.find()) {
            return "- " + text.substring(bullet.end());
        }
        return text.startsWith("(") && LABEL.matcher(text).find() ? "- " + text : text;
    }

    static boolean isItem(String text) {
        return isBullet(text) || LABEL.matcher(text).find();
    }
}
