package dev.clausewatch.classifier.encoder;

import dev.clausewatch.classifier.rules.ProvisionInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Splits provisions into pieces of words, each the longest that a vocabulary has (WordPiece), as {@code wordpieces.py} does it for
 * training. Takes no longer than in proportion to the text, and reads the beginning of a long one only. Immutable and thread-safe.
 */
final class WordPieces {

    /** Kind of document and heading get at most so many pieces. */
    private static final int TITLE_PIECES = 28;

    /** What stands before, between and behind title and text. */
    static final int MARKS = 3;

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

    int size() {
        return numbers.size();
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

        return input(title, text, Collections.nCopies(text.size(), 1), 1);
    }

    /**
     * A title and what follows it, with the marks that every input has.
     *
     * @param segments of the text's pieces
     * @param last the segment of the mark behind them; the title's is 0
     */
    EncoderInput input(List<Integer> title, List<Integer> text, List<Integer> segments, int last) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(begin);
        pieces.addAll(title);
        pieces.add(separator);
        List<Integer> sides = new ArrayList<>(Collections.nCopies(pieces.size(), 0));
        pieces.addAll(text);
        sides.addAll(segments);
        pieces.add(separator);
        sides.add(last);
        return new EncoderInput(pieces, sides);
    }

    /** The first pieces of a text. */
    List<Integer> pieces(String text, int most) {
        List<Integer> found = new ArrayList<>();
        words(text, word -> {
            found.addAll(ofWord(word));
            return found.size() < most;
        });
        return found.subList(0, Math.min(most, found.size()));
    }

    /** The first words of a text. */
    static List<String> words(String text, int most) {
        List<String> found = new ArrayList<>();
        words(text, word -> {
            found.add(word);
            return found.size() < most;
        });
        return found;
    }

    /** The words of a text in turn, as long as more are wanted. */
    private static void words(String text, Predicate<String> more) {
        String plain = PlainText.of(text);
        int end;
        for (int start = 0; start < plain.length(); start = end) {
            end = endOfWord(plain, start);
            if (!isSpace(plain.codePointAt(start)) && !more.test(plain.substring(start, end))) {
                return;
            }
        }
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

    /** The pieces of a word. */
    List<Integer> ofWord(String word) {
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
