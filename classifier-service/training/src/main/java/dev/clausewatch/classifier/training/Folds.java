package dev.clausewatch.classifier.training;

import dev.clausewatch.events.Ids;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits examples into parts by their services, always the same way. */
public final class Folds {

    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final int HEX = 16;
    private static final int DIGITS = 8;

    private Folds() {}

    /** The part that a service belongs to, from 0; names that differ in case, spaces and marks only are one service. */
    public static int of(String service, int folds) {
        String name = OTHERS.matcher(service.toLowerCase(Locale.ROOT)).replaceAll("");
        return (int) (Long.parseLong(Ids.sha256(name).substring(0, DIGITS), HEX) % folds);
    }
}
