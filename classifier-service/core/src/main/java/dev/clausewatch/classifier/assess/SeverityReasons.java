package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TextFormat;

/** Why a clause is as severe as it is, in sentences with the words of the clause that they rest on. */
final class SeverityReasons {

    /** Longer quotations are cut, in code points. */
    private static final int QUOTATION = 160;

    private final Register register;

    SeverityReasons(Register register) {
        this.register = register;
    }

    /** A clause whose own words do not move it from where its type starts. */
    String start(ProvisionType type, Severity start, Edit edit) {
        String title = "\u201c" + register.type(type.id()).title() + "\u201d";
        return quoting(
                switch (start) {
                    case HIGH -> title + " takes away a right or a remedy, or leaves a large exposure";
                    case MEDIUM -> title + " limits or shifts something, and no word makes that worse or milder";
                    case LOW, UNKNOWN -> title + " is a standard term";
                },
                evidence(type, edit));
    }

    /** A sentence with the words it rests on. */
    static String quoting(String sentence, String words) {
        return words.isEmpty() ? sentence + "." : sentence + ": \u201c" + cut(words) + "\u201d.";
    }

    /** The words that the type rests on; nothing where they are not known. */
    private static String evidence(ProvisionType type, Edit edit) {
        return type.evidence().stream()
                .map(span -> words(span, edit))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String words(EvidenceSpan span, Edit edit) {
        String text = (span.side() == Side.BEFORE ? edit.before() : edit.after()).plain();
        return span.end() > text.codePointCount(0, text.length())
                ? ""
                : TextFormat.slice(text, span.start(), span.end()).strip();
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= QUOTATION
                ? words
                : TextFormat.slice(words, 0, QUOTATION).strip() + "\u2026";
    }
}
