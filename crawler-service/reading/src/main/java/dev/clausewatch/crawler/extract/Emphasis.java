package dev.clausewatch.crawler.extract;

/** Takes the marks of strong emphasis out of Markdown, in one pass. */
final class Emphasis {

    private final String text;
    private int nextStars;
    private int nextUnderscores;

    private Emphasis(String text) {
        this.text = text;
    }

    static String drop(String text) {
        return text.contains("**") || text.contains("__") ? new Emphasis(text).drop() : text;
    }

    private String drop() {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = opens(i) ? end(text.charAt(i), i + 3) : -1;
            if (end < 0) {
                out.append(text.charAt(i));
                i++;
            } else {
                out.append(text, i + 2, end);
                i = end + 2;
            }
        }
        return out.toString();
    }

    private boolean opens(int i) {
        return mark(i) && i + 2 < text.length() && !Character.isWhitespace(text.charAt(i + 2));
    }

    private boolean mark(int i) {
        char c = text.charAt(i);
        return (c == '*' || c == '_') && text.startsWith(c == '*' ? "**" : "__", i);
    }

    /** Where the emphasis ends; negative when it does not. Kept, since no later one can end before. */
    private int end(char mark, int from) {
        int end = mark == '*' ? nextStars : nextUnderscores;
        if (end >= 0 && end < from) {
            String marks = mark == '*' ? "**" : "__";
            end = text.indexOf(marks, from);
            while (end >= 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end = text.indexOf(marks, end + 1);
            }
        }
        if (mark == '*') {
            nextStars = end;
        } else {
            nextUnderscores = end;
        }
        return end;
    }
}
