package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.StrikethroughText;
import dev.clausewatch.events.TextFormat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a reader sees it: words as printed, without link targets, list marks and struck-out words, each with what it is compared by ({@link WordKey})
 * and its place in code points.
 *
 * @param lineStarts the words that are the first of their line, marks of lists and of headings left aside
 */
record TokenizedText(String plain, List<Token> tokens, BitSet lineStarts) {

    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{0,2000})\\](\\([^()]{0,2000}\\))");
    private static final Pattern LIST_MARK = Pattern.compile("(?m)^ *(-|#{1,6}|\\||[\u25cf\u25cb\u25e6\u25aa\u25a0]) ");

    /** A word: as printed, as compared, and where it stands. */
    record Token(String printed, String key, int start, int end) {}

    static TokenizedText of(String text) {
        String plain = withoutMarks(text);
        List<Token> tokens = new ArrayList<>();
        BitSet lineStarts = new BitSet();
        boolean newLine = true;
        int points = 0;
        for (int at = 0; at < plain.length(); ) {
            int end = runEnd(plain, at);
            int length = plain.codePointCount(at, end);
            if (isSpace(plain.charAt(at))) {
                newLine |= plain.substring(at, end).indexOf('\n') >= 0;
            } else {
                String word = plain.substring(at, end);
                String key = WordKey.of(word);
                if (!key.isEmpty()) {
                    lineStarts.set(tokens.size(), newLine);
                    newLine = false;
                    tokens.add(new Token(word, key, points, points + length));
                }
            }
            points += length;
            at = end;
        }
        return new TokenizedText(plain, List.copyOf(tokens), lineStarts);
    }

    /** Whether a word is the first of its line, marks of lists and of headings left aside. */
    boolean startsLine(int at) {
        return lineStarts.get(at);
    }

    /** Whether a word is printed with the end of a sentence, of a list item or of an introduction behind it. */
    boolean endsSentence(int at) {
        String word = tokens.get(at).printed();
        char last = word.charAt(word.length() - 1);
        return last == '.' || last == ';' || last == ':' || last == '!' || last == '?';
    }

    List<String> keys() {
        return tokens.stream().map(Token::key).toList();
    }

    int size() {
        return tokens.size();
    }

    /** All words as they are printed. */
    String quote() {
        return quote(0, size());
    }

    /** The text from one word to before another, as it is printed. */
    String quote(int from, int to) {
        int last = Math.min(size(), to) - 1;
        if (from > last) {
            return "";
        }
        String slice = TextFormat.slice(
                plain, tokens.get(from).start(), tokens.get(last).end());
        StringBuilder quote = new StringBuilder(slice.length());
        for (int at = 0; at < slice.length(); ) {
            int end = runEnd(slice, at);
            if (isSpace(slice.charAt(at))) {
                quote.append(' ');
            } else {
                quote.append(slice, at, end);
            }
            at = end;
        }
        return quote.toString();
    }

    /** The end of the word or of the spaces that begin at a place. */
    private static int runEnd(String text, int start) {
        boolean space = isSpace(text.charAt(start));
        int end = start + 1;
        while (end < text.length() && isSpace(text.charAt(end)) == space) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** The text with blanks in place of link targets and marks, so that places stay what they are. */
    private static String withoutMarks(String text) {
        String read = StrikethroughText.blanked(text);
        String unlinked = read.contains("](")
                ? LINK.matcher(read)
                        .replaceAll(link -> Matcher.quoteReplacement(" " + link.group(1) + blanks(link.group(2)) + " "))
                : read;
        return LIST_MARK.matcher(unlinked).replaceAll(mark -> blanks(mark.group()));
    }

    private static String blanks(String text) {
        return " ".repeat(text.codePointCount(0, text.length()));
    }
}
