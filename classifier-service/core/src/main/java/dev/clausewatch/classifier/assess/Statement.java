package dev.clausewatch.classifier.assess;

import java.util.List;

/**
 * A sentence of terms as who does what.
 *
 * @param subject whose duty, right or act it is
 * @param named the subject as it is told: the platform, those bound, or another as printed
 * @param mode how it binds
 * @param verb the words of the mode as they are told of more than one: "may", "must not"
 * @param rest the words behind it
 * @param condition the words in front of the subject that say when it holds; empty for none
 */
record Statement(Subject subject, String named, Mode mode, String verb, List<String> rest, List<String> condition) {

    /** Who a sentence is about. */
    enum Subject {
        PLATFORM,
        BOUND,
        OTHER
    }

    /** How a sentence binds its subject. */
    enum Mode {
        /** It does not, or must not. */
        NOT,
        /** It may. */
        MAY,
        /** It must. */
        MUST,
        /** It will. */
        WILL,
        /** It does, or is. */
        DOES
    }

    Statement {
        rest = List.copyOf(rest);
        condition = List.copyOf(condition);
    }

    boolean is(Subject other, Mode mode) {
        return subject == other && this.mode == mode;
    }

    /** The first word behind the mode, in small letters. */
    String act() {
        return rest.isEmpty() ? "" : ThirdPerson.bare(rest.getFirst());
    }

    /** Whether it gives those bound something: for them it is better that it is there. */
    boolean isInFavour() {
        return switch (subject) {
            case PLATFORM -> isPromise() || (mode == Mode.WILL || mode == Mode.MUST);
            case BOUND -> mode == Mode.MAY;
            case OTHER -> false;
        };
    }

    /** Whether it takes something from those bound: for them it is worse that it is there. */
    boolean isAgainst() {
        return switch (subject) {
            case PLATFORM -> mode == Mode.MAY || (mode == Mode.NOT && !isPromise());
            case BOUND ->
                mode == Mode.NOT || mode == Mode.MUST || (mode == Mode.DOES && StatementReader.isGiving(verb));
            case OTHER -> false;
        };
    }

    /** Whether the platform keeps itself from something that those bound would mind. */
    boolean isPromise() {
        return is(Subject.PLATFORM, Mode.NOT) && StatementReader.isPromised(rest);
    }
}
