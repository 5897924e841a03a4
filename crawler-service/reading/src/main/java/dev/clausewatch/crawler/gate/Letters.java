package dev.clausewatch.crawler.gate;

/** The measure of proportion: letters and digits, which every script has. */
final class Letters {

    private Letters() {}

    /** How many a text has; counting stops when there are enough. */
    static int count(String text, int enough) {
        return (int) text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(enough)
                .count();
    }
}
