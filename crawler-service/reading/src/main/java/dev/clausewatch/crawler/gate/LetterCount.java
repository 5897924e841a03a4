package dev.clausewatch.crawler.gate;

/** Counts letters and digits: the measure of text length that works for every script. */
final class LetterCount {

    private LetterCount() {}

    /** How many a text has; counting stops when there are enough. */
    static int count(String text, int enough) {
        return (int) text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(enough)
                .count();
    }
}
