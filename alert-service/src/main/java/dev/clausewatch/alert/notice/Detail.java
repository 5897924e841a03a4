package dev.clausewatch.alert.notice;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/** How much of an outline there is, from most to least: a renderer takes the first that is within its channel's limit. */
public enum Detail {
    FULL(12, 700),
    LESS(10, 300),
    FEW(6, 150),
    LEAST(2, 100);

    private final int clauses;
    private final int length;

    Detail(int clauses, int length) {
        this.clauses = clauses;
        this.length = length;
    }

    /**
     * The most detailed text of an outline within a limit; the least detailed one where none is.
     *
     * @param render writes an outline
     * @param size of what it wrote
     */
    public static String fitting(
            Outline outline, Function<Outline, String> render, ToIntFunction<String> size, int limit) {
        for (Detail detail : values()) {
            String text = render.apply(outline.cut(detail.clauses, detail.length));
            if (size.applyAsInt(text) <= limit || detail == LEAST) {
                return text;
            }
        }
        throw new IllegalStateException("There is a least detail");
    }
}
