package dev.clausewatch.crawler.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins lines. A hyphen at the end of one goes when the document, by its other words, does not need it. */
final class Hyphenation {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++(?:-[\\p{L}\\p{N}]++)*+");
    private static final char SOFT = '\u00AD';
    private static final String HYPHENS = "-\u2010" + SOFT;
    private static final Pattern REST = Pattern.compile("^\\p{Ll}[\\p{L}\\p{N}]*");
    private static final Set<String> PREFIXES = Set.of("non", "self", "third", "co");

    private final Set<String> words = new HashSet<>();

    Hyphenation(List<Line> lines) {
        boolean cut = false;
        for (Line line : lines) {
            String half = cutAtItsEnd(line.text());
            int end = line.text().length() - (half.isEmpty() ? 0 : half.length() + 1);
            Matcher matcher = WORD.matcher(line.text()).region(0, end);
            // Beside a cut stand halves of words, perhaps.
            while (matcher.find()) {
                if (!cut || matcher.start() > 0) {
                    words.add(matcher.group().toLowerCase(Locale.ROOT));
                }
            }
            cut = !half.isEmpty();
        }
    }

    String join(List<Line> lines) {
        StringBuilder text = new StringBuilder(lines.getFirst().text());
        for (int i = 1; i < lines.size(); i++) {
            append(text, lines.get(i - 1).text(), lines.get(i).text());
        }
        return text.toString();
    }

    private void append(StringBuilder text, String above, String line) {
        String half = cutAtItsEnd(above);
        if (half.isEmpty()) {
            text.append(' ');
        } else if (above.charAt(above.length() - 1) == SOFT || !stays(half, REST.matcher(line))) {
            text.setLength(text.length() - 1);
        }
        text.append(line);
    }

    /** The letters before a hyphen at the end of a line; empty when there is none. */
    private static String cutAtItsEnd(String line) {
        int end = line.length() - 1;
        if (HYPHENS.indexOf(line.charAt(end)) < 0) {
            return "";
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(line.charAt(start - 1))) {
            start--;
        }
        return line.substring(start, end);
    }

    private boolean stays(String before, Matcher after) {
        if (!after.find()) {
            return true;
        }
        String left = before.toLowerCase(Locale.ROOT);
        String right = after.group().toLowerCase(Locale.ROOT);
        if (words.contains(left + right)) {
            return false;
        }
        return words.contains(left + "-" + right)
                || PREFIXES.contains(left)
                || (words.contains(left) && words.contains(right));
    }
}
