package dev.clausewatch.classifier.reader;

/** A language model gave no answer. Its message has nothing that was sent or received. */
public class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    private NoAnswerException(String message, String reason) {
        super(message);
        this.reason = reason;
    }

    /** It will not answer this, however often it is asked, or not within the length that it may have; others it may answer. */
    public static final class Refused extends NoAnswerException {

        private static final long serialVersionUID = 1;

        private Refused(String why) {
            super("The language model refuses: " + why, "refused");
        }
    }

    static NoAnswerException failed(String why) {
        return new NoAnswerException("The language model gave no answer: " + why, "failed");
    }

    static NoAnswerException late() {
        return new NoAnswerException("The language model took too long to answer", "timed-out");
    }

    static NoAnswerException refused(String why) {
        return new Refused(why);
    }

    /** Why, as a stable code: {@code timed-out}, {@code refused} or {@code failed}. */
    public String reason() {
        return reason;
    }
}
