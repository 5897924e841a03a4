package dev.clausewatch.cli.differ;

import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A headline that a careful reader wrote, to compare what the product says with it, simply: all its figures must be in the line of the provision
 * or in the sentence with its changed words, and a share of its other words, compared by their beginnings, in the line.
 *
 * @param figures its numbers, without separators
 * @param words the beginnings of its other words
 */
record WrittenHeadline(Set<String> figures, Set<String> words) {

    /** A line that is right in other words shares about so many with the written one. */
    private static final double SHARE = 0.4;

    private static final int BEGINNING = 5;
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern SEPARATOR = Pattern.compile("(?<=\\d),(?=\\d{3})");
    private static final Set<String> IDLE = Set.of(
            "the", "and", "or", "of", "to", "in", "on", "for", "with", "that", "this", "not", "may", "its", "their",
            "they", "it", "is", "are", "be", "by", "at", "as", "from", "no", "longer", "what", "who", "whoever", "when",
            "now", "any", "all", "has", "have", "was", "were", "them", "one", "own", "too", "still", "if", "into",
            "than", "a", "an");

    static WrittenHeadline of(String text) {
        Set<String> figures = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (String word :
                SPLIT.split(SEPARATOR.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""), -1)) {
            if (word.isEmpty() || IDLE.contains(word)) {
                continue;
            }
            if (Character.isDigit(word.charAt(0))) {
                figures.add(word);
            } else if (word.length() > 2) {
                words.add(word.substring(0, Math.min(BEGINNING, word.length())));
            }
        }
        return new WrittenHeadline(figures, words);
    }

    boolean hasFiguresIn(ClassifiedProvision said) {
        return of(line(said) + " " + said.sentence()).figures().containsAll(figures);
    }

    boolean isIn(String platform, ClassifiedProvision said) {
        Set<String> told = of(platform + " " + line(said)).words();
        long shared = words.stream().filter(told::contains).count();
        return hasFiguresIn(said) && shared >= words.size() * SHARE;
    }

    private static String line(ClassifiedProvision said) {
        Difference difference = said.difference();
        return difference == null || difference.consequence() == null ? "" : difference.consequence();
    }
}
