package dev.clausewatch.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for in a few words: {@code words}, of which most must be there, {@code "a phrase"} that must be there, and
 * {@code -word} or {@code -"a phrase"} that must not. All words are found in all their forms. Nothing of it is a pattern, so that no query
 * takes longer than its words do.
 *
 * @param text as it was asked
 * @param words those that may be there; each of letters, digits and what stands between them
 * @param phrases those that must be there
 * @param excluded words and phrases that must not
 */
public record QueryText(String text, List<String> words, List<String> phrases, List<String> excluded) {

    /** A longer text is refused. */
    public static final int LONGEST = 500;

    private static final int MOST_PARTS = 32;
    private static final int LONGEST_PHRASE = 20;

    public QueryText {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
        excluded = List.copyOf(excluded);
    }

    /** What a text is as a query. */
    public sealed interface Reading {

        /** One that can be asked. */
        record Good(QueryText query) implements Reading {}

        /** None, and why. */
        record Bad(String reason) implements Reading {}
    }

    /** Reads a text; takes no longer than in proportion to it. */
    public static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.Bad("it is longer than " + LONGEST + " characters; ask for fewer words");
        }
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBetween(c)) {
                at++;
                continue;
            }
            boolean not = c == '-';
            int start = not ? at + 1 : at;
            boolean quoted = start < text.length() && text.charAt(start) == '"';
            int end = quoted ? text.indexOf('"', start + 1) : endOfWord(text, start);
            if (end < 0) {
                return new Reading.Bad("a quotation mark has no other; put one behind the phrase or leave both out");
            }
            String part = text.substring(quoted ? start + 1 : start, end).strip();
            String problem = problem(part, quoted);
            if (problem != null) {
                return new Reading.Bad(problem);
            }
            if (!EnglishWords.terms(part).isEmpty()) {
                (not ? excluded : quoted ? phrases : words).add(part);
            }
            at = quoted ? end + 1 : Math.max(end, at + 1);
        }
        return checked(new QueryText(text.strip(), words, phrases, excluded));
    }

    private static Reading checked(QueryText query) {
        if (query.words().size() + query.phrases().size() + query.excluded().size() > MOST_PARTS) {
            return new Reading.Bad("it has more than " + MOST_PARTS + " words and phrases; ask for fewer");
        }
        if (query.words().isEmpty() && query.phrases().isEmpty()) {
            return new Reading.Bad(
                    query.excluded().isEmpty()
                            ? "it names no word that can be looked for, such as: \"class action\" arbitration -court"
                            : "it only says what must not be there; name a word that must");
        }
        return new Reading.Good(query);
    }

    private static @Nullable String problem(String part, boolean quoted) {
        if (quoted && EnglishWords.terms(part).size() > LONGEST_PHRASE) {
            return "a phrase has more than " + LONGEST_PHRASE + " words; ask for fewer";
        }
        if (!quoted && part.length() > 2 && part.startsWith("/") && part.endsWith("/")) {
            return "it has a regular expression; name the words";
        }
        if (!quoted && (part.indexOf('*') >= 0 || (part.length() > 1 && part.endsWith("~")))) {
            return "it has a wildcard; words are found in all their forms without one";
        }
        return null;
    }

    private static boolean isBetween(char c) {
        return Character.isWhitespace(c);
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && !isBetween(text.charAt(end)) && text.charAt(end) != '"') {
            end++;
        }
        return end;
    }
}
