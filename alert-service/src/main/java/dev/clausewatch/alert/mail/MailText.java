package dev.clausewatch.alert.mail;

import dev.clausewatch.alert.notice.Outline;

/** Writes the plain part. */
final class MailText {

    private MailText() {}

    static String of(Outline outline) {
        StringBuilder out = new StringBuilder();
        paragraph(out, outline.title());
        paragraph(out, outline.text());
        paragraph(out, outline.facts());
        for (Outline.Clause clause : outline.clauses()) {
            paragraph(out, clause.label().isBlank() ? "" : "-- " + clause.label() + " --");
            paragraph(out, clause.sentence());
            paragraph(out, clause.facts());
            paragraph(out, clause.beforeLine());
            paragraph(out, clause.afterLine());
        }
        paragraph(out, outline.moreClauses());
        paragraph(out, outline.linkText() + ": " + outline.link());
        return out.toString();
    }

    private static void paragraph(StringBuilder out, String text) {
        if (!text.isBlank()) {
            out.append(text).append("\n\n");
        }
    }
}
