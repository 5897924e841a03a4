package dev.clausewatch.diff.segment;

import java.text.Normalizer;

/** Figures that are characters of their own, spelled out so that composing them changes no amount: {@code 10²}, {@code 1½}. */
final class SuperscriptFigures {

    static final char FRACTION_SLASH = '⁄';

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋";

    private SuperscriptFigures() {}

    /** {@code 10²} as {@code 10^2}, {@code 10₂} as {@code 10_2}, {@code 1½} as {@code 1 ½}; what they are made of stays. */
    static String spelledOut(String text) {
        StringBuilder out = new StringBuilder(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            if (opens(c, before, RAISED) && before != ' ') {
                out.append('^');
            } else if (opens(c, before, LOWERED) && Character.isDigit(before)) {
                out.append('_');
            } else if (Character.isDigit(before) && isFraction(c)) {
                out.append(' ');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean opens(char c, char before, String script) {
        return script.indexOf(c) >= 0 && script.indexOf(before) < 0;
    }

    private static boolean isFraction(char c) {
        return Character.getType(c) == Character.OTHER_NUMBER
                && Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).indexOf(FRACTION_SLASH) > 0;
    }
}
