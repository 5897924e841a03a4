package dev.clausewatch.diff.segment;

import dev.clausewatch.events.StrikethroughText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalizes a text layer by layer, each layer removing one kind of cosmetic difference. Two texts with equal normalized words differ in
 * nothing that matters to a reader.
 */
public enum TextNormalization {
    /** Spaces and line breaks. */
    WHITESPACE,
    /** Where links lead, and addresses printed as such. */
    LINK_TARGETS,
    /** Whether words are a link, emphasised, code or in a table; and words that are struck out, which do not hold. */
    MARKUP,
    /** The year of a copyright line, counters, style sheets; see {@link VolatileBoilerplate}. */
    FURNITURE,
    /** The dates a document states about itself; see {@link StatedDates}. */
    DATES,
    /** Quotes, dashes, punctuation and capitals. */
    TYPOGRAPHY;

    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*+)]\\(((?:[^()]++|\\([^()]*+\\))*+)\\)");
    // A target with blanks in it has to look like one: in "[you](the customer)" the brackets are words.
    private static final Pattern ADDRESS_START = Pattern.compile("\\A<?(?:https?://|mailto:|tel:|www\\.|[/#])[^\\s<>]");
    private static final Pattern FILE = Pattern.compile("\\.(?:html?|pdf|php|aspx?|docx?|md|txt)(?:#\\S{0,60})?\\z");
    private static final int MOST_BLANKS = 5;
    private static final Pattern TITLE = Pattern.compile("\\s\"[^\"]*+\"\\z");
    /** Of a link whose words stand in the line before, or hold brackets themselves. */
    private static final Pattern LINK_END = Pattern.compile("]\\((?:https?:|mailto:|tel:|www\\.)[^()\\s]*+\\)");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\])>]*[^\\s\\])>.,;:!?]");
    private static final Pattern MARKS = Pattern.compile("(?=[*`_\\\\])(?:(?<!\\d)\\*++|\\*++(?!\\d)|\\*{2,}+|`+"
            + "|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])|\\\\(?=\\p{Punct}))");

    private static final String EMPTY_CELL = "⟨⟩ ";

    private static final Pattern VISIBLE_MARKS = Pattern.compile("\\*\\*|`|\\\\(?=\\p{Punct})");

    /** The wording of a text: its words in lower case, one space between them. Empty for a text without words. */
    public static String of(String text) {
        String wording = text;
        for (TextNormalization layer : values()) {
            wording = layer.removedFrom(wording);
        }
        return wording;
    }

    /** A text as a reader sees it: the words of its links, without marks and struck-out words. */
    public static String withoutMarkup(String text) {
        return WHITESPACE.removedFrom(VISIBLE_MARKS
                .matcher(links(StrikethroughText.removed(text), "", ""))
                .replaceAll(""));
    }

    /** The wording of a text of which the dates are not the document's own. */
    static String withDates(String text) {
        String wording = text;
        for (TextNormalization layer : values()) {
            wording = layer == DATES ? wording : layer.removedFrom(wording);
        }
        return wording;
    }

    /** The text with the words of its links between two marks, and without their targets. */
    private static String links(String text, String open, String close) {
        return LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(
                        isTarget(link.group(2)) ? open + link.group(1) + close : link.group()));
    }

    private static boolean isTarget(String target) {
        if (target.indexOf(' ') < 0) {
            return true;
        }
        String address = TITLE.matcher(target.strip()).replaceFirst("");
        long blanks = address.chars().filter(c -> c == ' ').count();
        return blanks <= MOST_BLANKS
                && (ADDRESS_START.matcher(address).find()
                        || FILE.matcher(address).find());
    }

    /** The layers in which two texts of equal wording differ; empty for equal texts. */
    static Set<TextNormalization> layersThatDiffer(String before, String after) {
        EnumSet<TextNormalization> taken = EnumSet.noneOf(TextNormalization.class);
        for (TextNormalization layer : values()) {
            if (same(before, after, taken)) {
                break;
            }
            taken.add(layer);
        }
        // A coarse layer may mask a finer one, so it is reported only when nothing else explains the difference.
        for (TextNormalization layer : List.copyOf(taken).reversed()) {
            EnumSet<TextNormalization> others = EnumSet.copyOf(taken);
            others.remove(layer);
            if (same(before, after, others)) {
                taken = others;
            }
        }
        return taken;
    }

    /** The layers in which two provisions of equal wording differ, their numbers left aside. */
    public static Set<TextNormalization> layersThatDiffer(Provision before, Provision after) {
        String left = StrikethroughText.removed(before.text()).strip();
        String right = StrikethroughText.removed(after.text()).strip();
        Set<TextNormalization> layers = layersThatDiffer(PrintedNumber.without(left), PrintedNumber.without(right));
        // Struck-out words may stand beside the number, and hide it from those who read the text as it is printed.
        return layers.isEmpty() ? EnumSet.of(MARKUP) : layers;
    }

    private static boolean same(String before, String after, Set<TextNormalization> without) {
        String left = before;
        String right = after;
        for (TextNormalization layer : without) {
            left = layer.removedFrom(left);
            right = layer.removedFrom(right);
        }
        return left.equals(right);
    }

    private String removedFrom(String text) {
        return switch (this) {
            case WHITESPACE -> singleSpaced(text);
            case LINK_TARGETS -> {
                String retargeted = text.contains("](") ? retargeted(text) : text;
                yield retargeted.contains("://") ? ADDRESS.matcher(retargeted).replaceAll("⟨address⟩") : retargeted;
            }
            case MARKUP -> withoutMarks(text);
            case FURNITURE -> VolatileBoilerplate.removedFrom(text);
            case DATES -> StatedDates.masked(text);
            case TYPOGRAPHY -> PlainWords.of(text);
        };
    }

    private static String retargeted(String text) {
        return LINK_END.matcher(links(text, "[", "]()")).replaceAll("]()");
    }

    private static String withoutMarks(String text) {
        String words = StrikethroughText.removed(text);
        // Twice, for a link around a link's words, as some extractors write it.
        for (int i = 0; i < 2 && words.contains("]("); i++) {
            words = links(words, "", "");
        }
        if (hasMark(words)) {
            words = withoutPipes(MARKS.matcher(words).replaceAll(""));
        }
        return singleSpaced(words);
    }

    private static boolean hasMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*`_\\|".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Pipes are spaces. A cell without words that has another one behind it is a sign: it says which column the next is in. */
    private static String withoutPipes(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int empty = 0;
        boolean inCell = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '|') {
                empty += inCell ? 0 : 1;
                inCell = false;
                out.append(' ');
            } else {
                if (c != ' ' && !inCell) {
                    out.append(EMPTY_CELL.repeat(empty));
                    empty = 0;
                    inCell = true;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Nearly every text is so already: looking is quicker than replacing. */
    private static String singleSpaced(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = c == ' ' && i > 0 && text.charAt(i - 1) == ' ';
            if (doubled || (c != ' ' && Character.isWhitespace(c))) {
                return SPACES.matcher(text).replaceAll(" ").strip();
            }
        }
        return text.strip();
    }
}
