package dev.clausewatch.diff.segment;

import dev.clausewatch.events.StrikethroughText;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.events.ToolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Segments a text in our format into provisions. Deterministic: the same text gives the same provisions; any change of the result needs a
 * new {@link #VERSION}. Thread-safe.
 */
public final class Segmenter {

    /** Name and version of the segmenter; part of every change. */
    public static final ToolVersion VERSION = new ToolVersion("clausewatch-provisions", "4");

    /** A text with more blocks than this is cut coarser, several blocks a provision, so that its event stays small. */
    public static final int MOST_PROVISIONS = 10_000;

    private static final int LONGEST_INTRO = 1_000;
    private static final Pattern HEADING = Pattern.compile("^(#{1,6}+) ++(.*+)$");
    private static final Pattern BULLET = Pattern.compile("^( *+)[-*+] ++(?=\\S)");
    private static final Pattern ORDERED = Pattern.compile("^( *+)(?=\\d{1,9}[.)] )");
    // Tildes and marks of code are escaped one by one, so that what is struck out stays told apart.
    private static final Pattern ESCAPE = Pattern.compile("^\\\\(?=[^\\p{L}\\s~`])");
    private static final int SENTENCE_WORDS = 15;

    /** The provisions of a text, in order. */
    public List<Provision> segment(String text) {
        List<Provision> provisions = Numbering.inSequence(new Cut(text, true).provisions());
        return provisions.size() <= MOST_PROVISIONS ? provisions : coarser(text, provisions);
    }

    /** The headings of a text that hold, in order; those that are sentences or have no clause below them are provisions too. */
    public List<Heading> headings(String text) {
        return new Cut(text, false).headings();
    }

    /** Whether a heading with these words is a clause of its own. */
    public static boolean isSentence(String words) {
        return words.split(" ", SENTENCE_WORDS).length == SENTENCE_WORDS;
    }

    private static List<Provision> coarser(String text, List<Provision> provisions) {
        int each = (provisions.size() + MOST_PROVISIONS - 1) / MOST_PROVISIONS;
        List<Provision> joined = new ArrayList<>();
        int codePoint = 0;
        int index = 0;
        for (int first = 0; first < provisions.size(); first += each) {
            Provision start = provisions.get(first);
            Provision end = provisions.get(Math.min(first + each, provisions.size()) - 1);
            int from = text.offsetByCodePoints(index, start.start() - codePoint);
            int to = text.offsetByCodePoints(from, end.end() - start.start());
            joined.add(Provision.of(
                    start.headingPath(), start.intro(), text.substring(from, to), start.start(), end.end()));
            codePoint = end.end();
            index = to;
        }
        return joined;
    }

    /** One pass over the lines of a text. */
    private static final class Cut {

        private final List<Provision> provisions = new ArrayList<>();
        private final List<Heading> found = new ArrayList<>();
        private final HeadingStack headings = new HeadingStack();
        private final ListStack lists = new ListStack();
        private final LetteredParagraphs lettered = new LetteredParagraphs();
        private final String[] lines;
        private final boolean clauses;
        private @Nullable String tableHeader;
        private @Nullable Bare bare;
        private int lineStart;

        /** The last heading, while no clause stands below it, and where among the provisions it would stand. */
        private record Bare(int level, Heading heading, int index) {}

        /** Reading what a clause says takes longest: without clauses there are headings only. */
        Cut(String text, boolean clauses) {
            this.lines = text.split("\n", -1);
            this.clauses = clauses;
        }

        List<Provision> provisions() {
            for (int i = 0; i < lines.length; i++) {
                Interruption.check();
                read(lines[i], i + 1 < lines.length ? lines[i + 1] : "");
                lineStart += TextFormat.length(lines[i]) + 1;
            }
            addBare(0);
            return provisions;
        }

        List<Heading> headings() {
            provisions();
            return found;
        }

        private void read(String line, String next) {
            if (line.isBlank()) {
                return;
            }
            if (!line.startsWith("|")) {
                tableHeader = null;
            }
            Matcher heading = HEADING.matcher(line);
            if (line.equals(TextFormat.SOURCE_SEPARATOR)) {
                addBare(0);
                headings.clear();
                lists.clear();
                lettered.clear();
            } else if (heading.matches()) {
                heading(line, heading);
            } else if (line.startsWith("|")) {
                tableRow(line, next);
            } else if (BULLET.matcher(line).lookingAt()) {
                listItem(line, BULLET.matcher(line));
            } else if (ORDERED.matcher(line).lookingAt()) {
                listItem(line, ORDERED.matcher(line));
            } else {
                paragraph(line);
            }
        }

        private void heading(String line, Matcher heading) {
            String title = heading.group(2).strip();
            if (isStruckOut(title)) {
                return;
            }
            int level = heading.group(1).length();
            addBare(level);
            headings.push(level, title);
            lists.clear();
            lettered.clear();
            int start = lineStart + line.codePointCount(0, heading.start(2));
            Heading printed = new Heading(headings.path(), title, start, start + TextFormat.length(title));
            found.add(printed);
            bare = new Bare(level, printed, provisions.size());
            // Some pages mark up whole clauses as headings.
            if (isSentence(TextNormalization.of(PrintedNumber.without(title)))) {
                addBare(0);
            }
        }

        /** A heading says what it says without a clause below it: it is one, unless a heading of a lower level comes. */
        private void addBare(int level) {
            if (bare != null && bare.level() >= level && clauses) {
                Heading heading = bare.heading();
                List<String> above = heading.path().subList(0, heading.path().size() - 1);
                provisions.add(bare.index(), Provision.of(above, null, heading.text(), heading.start(), heading.end()));
            }
            bare = null;
        }

        private void tableRow(String line, String next) {
            lists.clear();
            if (isDelimiterRow(line)) {
                return;
            }
            int start = line.startsWith("| ") ? 2 : 1;
            String row = line.substring(Math.min(start, line.length()));
            int end = line.length() - (row.endsWith("|") ? 1 : 0);
            add(line.substring(0, end), start, tableHeader);
            if (tableHeader == null && isDelimiterRow(next)) {
                tableHeader = line;
            }
        }

        /** The row of dashes under the header of a table: a dash, and a pipe somewhere behind a dash. */
        private static boolean isDelimiterRow(String line) {
            for (int i = 0; i < line.length(); i++) {
                if (" :|-".indexOf(line.charAt(i)) < 0) {
                    return false;
                }
            }
            int dash = line.indexOf('-');
            return dash >= 0 && line.indexOf('|', dash) > dash;
        }

        private void listItem(String line, Matcher mark) {
            if (!mark.lookingAt()) {
                throw new IllegalStateException("No list mark");
            }
            int level = mark.group(1).length() / TextFormat.LIST_INDENT;
            String text = line.substring(mark.end()).strip();
            String intro = lists.introOf(level);
            lists.item(level, text);
            add(line, mark.end(), intro);
        }

        private void paragraph(String line) {
            Matcher escape = ESCAPE.matcher(line);
            int start = escape.lookingAt() ? escape.end() : 0;
            String text = line.substring(start).strip();
            String above = lists.introOf(0);
            lists.paragraph(text);
            String intro = lettered.introOf(PrintedNumber.of(text), text);
            boolean introduced = intro == null && above != null && above.endsWith(":") && StatedDates.isBare(text);
            add(line, start, introduced ? above : intro);
        }

        /** Adds what the line holds from a char on, without the space around it. */
        private void add(String line, int from, @Nullable String intro) {
            if (!clauses) {
                return;
            }
            int start = Math.min(from, line.length());
            int end = line.length();
            while (start < end && line.charAt(start) == ' ') {
                start++;
            }
            while (end > start && line.charAt(end - 1) == ' ') {
                end--;
            }
            if (start == end) {
                return;
            }
            String text = line.substring(start, end);
            if (isStruckOut(text)) {
                return;
            }
            int offset = lineStart + line.codePointCount(0, start);
            Provision provision =
                    Provision.of(headings.path(), shortened(intro), text, offset, offset + TextFormat.length(text));
            provisions.add(provision);
            if (!provision.words().isEmpty()) {
                bare = null;
            }
        }

        /** Blocks that are struck through as a whole are not part of the terms. */
        private static boolean isStruckOut(String text) {
            String standing = StrikethroughText.removed(text);
            return !standing.equals(text)
                    && TextNormalization.of(PrintedNumber.without(standing)).isEmpty();
        }

        private static @Nullable String shortened(@Nullable String intro) {
            return intro == null || intro.length() <= LONGEST_INTRO
                    ? intro
                    : intro.substring(0, LONGEST_INTRO).strip();
        }
    }
}
