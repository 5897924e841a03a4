package dev.clausewatch.search;

/** The words of Markdown: links by their words, without marks of emphasis, headings and tables. Linear in the text. */
final class PlainText {

    private static final String MARKS = "*_`#\\|";

    private PlainText() {}

    static String of(String markdown) {
        StringBuilder plain = new StringBuilder(markdown.length());
        int done = 0;
        int lastEnd = markdown.lastIndexOf(')');
        for (int open = markdown.indexOf('['); open >= 0; open = markdown.indexOf('[', done)) {
            int close = markdown.indexOf(']', open);
            if (close < 0) {
                break;
            }
            add(markdown, done, open, plain);
            add(markdown, open + 1, close, plain);
            done = close + 1;
            if (done < lastEnd && markdown.startsWith("(", done)) {
                done = markdown.indexOf(')', done) + 1;
            }
        }
        add(markdown, done, markdown.length(), plain);
        return plain.toString().strip();
    }

    /** Adds a part without marks, each run of white space as one blank. */
    private static void add(String text, int start, int end, StringBuilder plain) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (MARKS.indexOf(c) < 0) {
                plain.append(c);
            }
        }
    }
}
