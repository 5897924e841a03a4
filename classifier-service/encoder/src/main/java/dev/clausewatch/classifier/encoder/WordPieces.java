package dev.clausewatch.classifier.encoder;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits provisions into pieces of words, each the longest that a vocabulary has (WordPiece), as {@code wordpieces.py} does it for
 * training. Takes no longer than in proportion to the text, and reads the beginning of a long one only. Immutable and thread-safe.
 */
final class WordPieces {

    /** Kind of document and heading get at most so many pieces. */
    private static final int TITLE_PIECES = 28;

    /** What stands before, between and behind title and text. */
    private static final int MARKS = 3;

    /** A longer word is unknown. */
    private static final int LONGEST_WORD = 100;

    /** What begins a piece that does not begin a word. */
    private static final String INSIDE = "##";

    /** A space that Python takes for one and Java does not. */
    private static final int NEXT_LINE = 0x85;

    private final Map<String, Integer> numbers;
    private final int longestPiece;
    private final int begin;
    private final int separator;
    private final int unknown;

    private WordPieces(List<String> pieces) {
        Map<String, Integer> byPiece = new HashMap<>();
        int longest = 0;
        for (String piece : pieces) {
            byPiece.put(piece, byPiece.size());
            longest = Math.max(longest, piece.length());
        }
        numbers = byPiece;
        longestPiece = longest;
        begin = required("[CLS]");
        separator = required("[SEP]");
        unknown = required("[UNK]");
    }

    /**
     * The pieces of a vocabulary.
     *
     * @param vocabulary a line a piece, in the order of their numbers, from 0
     * @throws IllegalArgumentException if it lacks a piece that every input needs
     */
    static WordPieces read(byte[] vocabulary) {
        return new WordPieces(
                new String(vocabulary, StandardCharsets.UTF_8).lines().toList());
    }

    private int required(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("The vocabulary lacks " + piece);
        }
        return number;
    }

    /** Kind of document and nearest heading, then the introduction and the words of the provision; at most so many pieces in all. */
    EncoderInput encode(ProvisionInput provision, int most) {
        List<String> headings = provision.headingPath();
        String heading = headings.isEmpty() ? "" : headings.get(headings.size() - 1);
        List<Integer> title = pieces(provision.termsType() + " : " + heading, TITLE_PIECES);
        String intro = provision.intro() == null ? "" : provision.intro() + " ";
        List<Integer> text = pieces(intro + provision.text(), most - title.size() - MARKS);

        List<Integer> all = new ArrayList<>();
        all.add(begin);
        all.addAll(title);
        all.add(separator);
        int textFrom = all.size();
        all.addAll(text);
        all.add(separator);
        return new EncoderInput(all, textFrom);
    }

    /** The first pieces of a text. */
    private List<Integer> pieces(String text, int most) {
        String plain = PlainText.of(text);
        List<Integer> found = new ArrayList<>();
        int end;
        for (int start = 0; start < plain.length() && found.size() < most; start = end) {
            end = endOfWord(plain, start);
            if (!isSpace(plain.codePointAt(start))) {
                found.addAll(ofWord(plain.substring(start, end)));
            }
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    /** A word is a run of letters a to z and digits, or any other character by itself. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && isPlain(text.charAt(end))) {
            end++;
        }
        return end > start ? end : text.offsetByCodePoints(start, 1);
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
    }

    private List<Integer> ofWord(String word) {
        List<Integer> found = new ArrayList<>();
        int end;
        for (int start = 0; start < word.length(); start = end) {
            end = word.length() > LONGEST_WORD ? start : endOfPiece(word, start);
            if (end == start) {
                return List.of(unknown);
            }
            found.add(required(piece(word, start, end)));
        }
        return List.copyOf(found);
    }

    /** Where the longest piece ends that begins here; here if there is none. */
    private int endOfPiece(String word, int start) {
        int end = Math.min(word.length(), start + longestPiece);
        while (end > start && !numbers.containsKey(piece(word, start, end))) {
            end--;
        }
        return end;
    }

    private static String piece(String word, int start, int end) {
        return start == 0 ? word.substring(0, end) : INSIDE + word.substring(start, end);
    }
}
