package dev.clausewatch.classifier.reader;

/** A language model gave no answer. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean late;

    private NoAnswerException(String message, boolean late) {
        super(message);
        this.late = late;
    }

    static NoAnswerException failed(String why) {
        return new NoAnswerException("The language model gave no answer: " + why, false);
    }

    static NoAnswerException late() {
        return new NoAnswerException("The language model took too long to answer", true);
    }

    /** Why, as a stable code: {@code timed-out} or {@code failed}. */
    public String reason() {
        return late ? "timed-out" : "failed";
    }
}
