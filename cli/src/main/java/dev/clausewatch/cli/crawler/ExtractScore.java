package dev.clausewatch.cli.crawler;

import dev.clausewatch.events.TextFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How alike an extracted text and the expected one are, after both lost link targets, Markdown marks and invisible characters. Words
 * are runs of letters, digits and underscores in lower case; Chinese, Japanese and Thai count by character. A block is a heading, a
 * paragraph, a list item or a table row. F1 is the harmonic mean of precision and recall over multisets.
 *
 * @param words F1 of the words, 0 to 1
 * @param blocks F1 of the blocks, 0 to 1
 */
record ExtractScore(double words, double blocks) {

    static final ExtractScore NONE = new ExtractScore(0, 0);

    private static final String BY_CHARACTER = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";
    private static final Pattern WORD =
            Pattern.compile("[" + BY_CHARACTER + "]|[\\p{L}\\p{M}\\p{N}_&&[^" + BY_CHARACTER + "]]+");
    private static final String TARGET = "\\(<?(?:[^()\\s]++|\\([^()]*+\\))*+(?:\\s++\"[^\"]*+\")?+>?\\)";
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\[\\]]*+]" + TARGET);
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*+)]" + TARGET);
    private static final Pattern BREAK = Pattern.compile("<br ?/?>");
    private static final Pattern AUTOLINK = Pattern.compile("<(https?://[^>\\s]+)>");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[\\p{Punct}])");
    private static final Pattern EMPHASIS = Pattern.compile("\\*+|`+|~~|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])");
    private static final Pattern RULE = Pattern.compile("[\\s|:=*_-]*");
    private static final Pattern LEADING_MARKS =
            Pattern.compile("^\\s*+(?:#{1,6}\\s+|>\\s*+|[-*+]\\s+|\\d{1,9}[.)]\\s+){0,4}");

    static ExtractScore of(String text, String expected) {
        return new ExtractScore(
                f1(count(words(plain(text))), count(words(plain(expected)))),
                f1(count(blocks(text)), count(blocks(expected))));
    }

    /**
     * An expected text without the copies that come of reading an element once for itself and once for each match around it: a block
     * stands in it as often as in the extracted text, or once where that does not have it.
     */
    static String withoutCopies(String expected, String text) {
        Map<String, Integer> allowed = count(blocks(text));
        Map<String, Integer> kept = new HashMap<>();
        StringBuilder single = new StringBuilder(expected.length());
        for (String line : expected.split("\n", -1)) {
            String block = block(plain(line));
            if (block.isEmpty() || kept.merge(block, 1, Integer::sum) <= Math.max(1, allowed.getOrDefault(block, 0))) {
                single.append(line).append('\n');
            }
        }
        return single.toString();
    }

    private static List<String> words(String plain) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Each line is a block: hard line breaks end one in both texts. */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        for (String line : plain(text).split("\n", -1)) {
            String block = block(line);
            if (!block.isEmpty()) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static String block(String line) {
        return String.join(" ", words(LEADING_MARKS.matcher(line).replaceFirst("")));
    }

    private static String plain(String text) {
        String visible = TextFormat.normalize(text);
        StringBuilder plain = new StringBuilder(visible.length());
        for (String line : visible.split("\n", -1)) {
            if (!RULE.matcher(line).matches()) {
                plain.append(unmarked(line));
            }
            plain.append('\n');
        }
        return plain.toString();
    }

    private static String unmarked(String line) {
        String words = IMAGE.matcher(BREAK.matcher(line).replaceAll(" ")).replaceAll("");
        // Twice, for a link around a link's words.
        words = LINK.matcher(LINK.matcher(words).replaceAll("$1")).replaceAll("$1");
        words = AUTOLINK.matcher(words).replaceAll("$1");
        return EMPHASIS.matcher(ESCAPE.matcher(words).replaceAll("")).replaceAll("");
    }

    private static Map<String, Integer> count(List<String> items) {
        Map<String, Integer> counts = new HashMap<>();
        items.forEach(item -> counts.merge(item, 1, Integer::sum));
        return counts;
    }

    private static double f1(Map<String, Integer> found, Map<String, Integer> expected) {
        long common = 0;
        for (Map.Entry<String, Integer> item : found.entrySet()) {
            common += Math.min(item.getValue(), expected.getOrDefault(item.getKey(), 0));
        }
        long all = total(found) + total(expected);
        return all == 0 ? 1 : 2.0 * common / all;
    }

    private static long total(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
