package dev.clausewatch.classifier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a reader sees it: words as printed, without link targets and list marks, each with what it is compared by (its letters
 * and digits in lower case) and its place in code points.
 */
record Wording(List<Token> tokens) {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern LINK_TARGET = Pattern.compile("\\]\\([^)]*\\)");
    private static final Pattern LIST_MARK = Pattern.compile("(?m)^ *(-|#{1,6}|\\|) ");

    /** A word: as printed, as compared, and where it stands. */
    record Token(String printed, String key, int start, int end) {}

    static Wording of(String text) {
        String plain = blank(LIST_MARK, blank(LINK_TARGET, text));
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        int at = 0;
        int points = 0;
        while (matcher.find()) {
            points += plain.codePointCount(at, matcher.start());
            int length = plain.codePointCount(matcher.start(), matcher.end());
            String key = key(matcher.group());
            if (!key.isEmpty()) {
                tokens.add(new Token(printed(matcher.group()), key, points, points + length));
            }
            points += length;
            at = matcher.end();
        }
        return new Wording(List.copyOf(tokens));
    }

    List<String> keys() {
        return tokens.stream().map(Token::key).toList();
    }

    int size() {
        return tokens.size();
    }

    /** Words as they are printed, between two indexes. */
    String quote(int from, int to) {
        StringBuilder quote = new StringBuilder();
        for (Token token : tokens.subList(Math.max(0, from), Math.min(size(), to))) {
            quote.append(quote.isEmpty() ? "" : " ").append(token.printed());
        }
        return quote.toString();
    }

    /** The same text with blanks in place of what matches, so that places stay what they are. */
    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(match -> " ".repeat(match.end() - match.start()));
    }

    private static String printed(String word) {
        return word.replaceFirst("^\\[", "").replace("](", "");
    }

    private static String key(String word) {
        StringBuilder key = new StringBuilder();
        word.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
