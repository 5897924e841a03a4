package dev.clausewatch.classifier.learn;

import dev.clausewatch.events.Ids;
import java.util.Locale;

/** Splits examples into parts by their services, always the same way. */
public final class Folds {

    private static final int HEX = 16;
    private static final int DIGITS = 8;

    private Folds() {}

    /** The part that a service belongs to, from 0; names that differ in case, spaces and marks only are one service. */
    public static int of(String service, int folds) {
        String name = service.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return (int) (Long.parseLong(Ids.sha256(name).substring(0, DIGITS), HEX) % folds);
    }
}
