package dev.clausewatch.events;

/**
 * The words that a type or another statement is based on.
 *
 * @param side before or after
 * @param start offset into that side's provision text, in Unicode code points
 * @param end behind the last code point
 * @param decidedBy id of the rule or model
 */
public record EvidenceSpan(Side side, int start, int end, String decidedBy) {

    public EvidenceSpan {
        Required.present(side, "side");
        Required.text(decidedBy, "decidedBy");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("fields start and end must be 0 <= start <= end");
        }
    }
}
