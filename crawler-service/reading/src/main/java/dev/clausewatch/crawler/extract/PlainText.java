package dev.clausewatch.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that are text already: lines that only wrap are joined, list marks and indents are made ours. */
final class PlainText {

    private static final Pattern ITEM =
            Pattern.compile("^( *)([-*+]|(?:\\d{1,3}|[a-zA-Z])[.)]|\\([a-zA-Z0-9]{1,4}\\)) +(\\S.*)$");
    private static final Pattern HEADING = Pattern.compile("^ {0,3}+(#{1,6}+) ++(.*+)$");
    private static final Pattern UNDERLINE = Pattern.compile("^ {0,3}(=+|-+) *$");
    private static final Pattern RULE = Pattern.compile("^ {0,3}(?:[-*_] *+){3,}+$");
    /** What is not shown between two tildes, and goes. */
    private static final Pattern SPLIT_TILDES = Pattern.compile("(?<=~)[\\p{C}\\u034F\\uFE00-\\uFE0F]++(?=~)");

    private static final int DEEPEST = 20;

    private final Blocks blocks = new Blocks(new TextBudget());
    private final boolean markdown;
    private final List<Integer> indents = new ArrayList<>();
    private StringBuilder open = new StringBuilder();
    private int openGroup = Blocks.ALONE;
    private String openPrefix = "";
    private int listGroup = Blocks.ALONE;

    private PlainText(boolean markdown) {
        this.markdown = markdown;
    }

    static String blocks(String text, boolean markdown) {
        PlainText reader = new PlainText(markdown);
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\t", "    ")
                .lines()
                .forEach(reader::line);
        reader.close();
        return reader.blocks.text();
    }

    private void line(String line) {
        String content = line.strip();
        Matcher item = ITEM.matcher(line);
        Matcher heading = HEADING.matcher(line);
        if (content.isEmpty()) {
            close();
        } else if (markdown && heading.matches()) {
            leaveList();
            blocks.add(Blocks.ALONE, heading.group(1) + " " + words(title(heading.group(2))));
        } else if (markdown
                && !open.isEmpty()
                && openPrefix.isEmpty()
                && UNDERLINE.matcher(line).matches()) {
            underlined(content.charAt(0) == '=' ? "#" : "##");
        } else if (RULE.matcher(line).matches()) {
            close();
        } else if (markdown && content.startsWith("|")) {
            row(content);
        } else if (item.matches()) {
            item(item);
        } else {
            paragraph(line, content);
        }
    }

    private void paragraph(String line, String content) {
        if (open.isEmpty() && !line.startsWith(" ")) {
            leaveList();
        } else if (open.isEmpty() && !indents.isEmpty()) {
            openPrefix = " ".repeat(4 * indents.size());
        }
        open.append(open.isEmpty() ? "" : " ").append(content);
    }

    private void item(Matcher item) {
        close();
        int indent = item.group(1).length();
        while (!indents.isEmpty() && indents.getLast() >= indent) {
            indents.removeLast();
        }
        if (indents.isEmpty()) {
            listGroup = listGroup == Blocks.ALONE ? blocks.newGroup() : listGroup;
        }
        String mark = "*+".contains(item.group(2)) ? "-" : item.group(2);
        openPrefix = " ".repeat(4 * indents.size()) + (mark.startsWith("(") ? "- " : "") + mark + " ";
        openGroup = listGroup;
        if (indents.size() < DEEPEST) {
            indents.add(indent);
        }
        open.append(item.group(3));
    }

    private void row(String content) {
        if (openGroup == Blocks.ALONE || !openPrefix.equals("|")) {
            leaveList();
            openGroup = blocks.newGroup();
            openPrefix = "|";
        }
        blocks.add(openGroup, words(content));
    }

    private void underlined(String mark) {
        String text = words(open.toString());
        open = new StringBuilder();
        leaveList();
        blocks.add(Blocks.ALONE, mark + " " + text);
    }

    private void leaveList() {
        close();
        indents.clear();
        listGroup = Blocks.ALONE;
    }

    private void close() {
        if (!open.isEmpty()) {
            String text = words(open.toString());
            boolean listed = openGroup != Blocks.ALONE;
            blocks.add(openGroup, openPrefix + (listed ? text : Blocks.plain(text)));
        }
        open = new StringBuilder();
        openGroup = Blocks.ALONE;
        openPrefix = "";
    }

    /** Without the number signs that may close it. */
    private static String title(String heading) {
        int end = heading.length();
        while (end > 0 && heading.charAt(end - 1) == '#') {
            end--;
        }
        int words = end;
        while (words > 0 && heading.charAt(words - 1) == ' ') {
            words--;
        }
        return words < end ? heading.substring(0, words) : heading;
    }

    private String words(String text) {
        return markdown
                ? SPLIT_TILDES
                        .matcher(MarkdownTags.written(Emphasis.drop(text)))
                        .replaceAll("\\\\")
                : LineMarks.literal(text);
    }
}
