package dev.clausewatch.classifier.learn;

/** Takes the features of a provision one by one, in the order of their names. */
interface Features {

    /** A feature by its number in the {@link Vocabulary}. */
    void add(int number, double value);

    /** What a rule says, by its name. */
    void add(String name, double value);
}
