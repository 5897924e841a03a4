package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.notice.Outline;

/** Writes the HTML part: one column, no pictures, no style sheet, and every text escaped. */
final class MailHtml {

    private static final String END = "</div></body></html>";
    private static final String BODY = "margin:0 auto;padding:16px;max-width:640px;color:#1b1f24;background:#ffffff;"
            + "font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere";
    private static final String QUIET = "margin:0 0 12px;color:#57606a;font-size:14px";
    private static final String BEFORE =
            "margin:0 0 8px;padding:8px 12px;border-left:4px solid #cf222e;background:#fff5f5";
    private static final String AFTER =
            "margin:0 0 8px;padding:8px 12px;border-left:4px solid #1a7f37;background:#f2fbf4";

    private MailHtml() {}

    static String of(Outline outline) {
        StringBuilder out = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
        out.append(escaped(outline.title()))
                .append("</title></head><body style=\"margin:0\"><div style=\"")
                .append(BODY)
                .append("\">\n");
        element(out, "h1", "margin:0 0 12px;font-size:20px;line-height:1.3", outline.title());
        element(out, "p", "margin:0 0 12px", outline.text());
        element(out, "p", QUIET, outline.facts());
        for (Outline.Clause clause : outline.clauses()) {
            element(out, "h2", "margin:20px 0 4px;font-size:16px", clause.label());
            element(out, "p", "margin:0 0 8px", clause.sentence());
            element(out, "p", QUIET, clause.facts());
            element(out, "p", BEFORE, clause.beforeLine());
            element(out, "p", AFTER, clause.afterLine());
        }
        element(out, "p", "margin:12px 0", outline.moreClauses());
        out.append("<p style=\"margin:20px 0\"><a href=\"")
                .append(escaped(outline.link()))
                .append("\">")
                .append(escaped(outline.linkText()))
                .append("</a></p>\n");
        return out.append(END).toString();
    }

    /** The document with one more paragraph and a link at its end. */
    static String withFooter(String document, String text, String linkText, String link) {
        String footer = "<p style=\"" + QUIET + ";border-top:1px solid #d0d7de;padding-top:12px\">" + escaped(text)
                + " <a href=\"" + escaped(link) + "\">" + escaped(linkText) + "</a></p>\n";
        return document.substring(0, document.length() - END.length()) + footer + END;
    }

    private static void element(StringBuilder out, String name, String style, String text) {
        if (!text.isBlank()) {
            out.append('<').append(name).append(" style=\"").append(style).append("\">");
            out.append(escaped(text)).append("</").append(name).append(">\n");
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n' -> out.append("<br>");
                default -> out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return out.toString();
    }
}
