package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Statement.Mode;
import dev.clausewatch.classifier.assess.Statement.Subject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how the words behind a subject bind it: "may", "agrees not to", "is required to". */
final class BindingReader {

    /** What is agreed to as a thing, not as an act. */
    private static final Set<String> AGREED = Set.of(
            "the",
            "this",
            "these",
            "our",
            "your",
            "its",
            "their",
            "a",
            "an",
            "all",
            "any",
            "binding",
            "mandatory",
            "such");

    private BindingReader() {}

    /**
     * How a subject is bound.
     *
     * @param verb the words of it, as they are told of more than one
     * @param behind the place of the first word behind them
     */
    record Binding(Mode mode, String verb, int behind) {}

    /** How the words from a place on bind; nothing where that is not plain. */
    static @Nullable Binding read(List<String> words, int at, Subject subject) {
        String first = word(words, at);
        String second = word(words, at + 1);
        String third = word(words, at + 2);
        boolean not = second.equals("not") || second.equals("never");
        boolean bound = subject == Subject.BOUND;
        return switch (first) {
            case "will", "shall", "must", "may", "should", "can" ->
                not
                        ? new Binding(Mode.NOT, notOf(first, bound), at + 2)
                        : second.equals("no") && third.equals("longer")
                                ? new Binding(Mode.NOT, notOf(first, bound), at + 3)
                                : new Binding(modal(first), first.equals("shall") ? "must" : first, at + 1);
            case "might", "could" -> not ? null : new Binding(Mode.MAY, "may", at + 1);
            case "do", "does" -> not ? new Binding(Mode.NOT, "do not", at + 2) : null;
            case "never" -> new Binding(Mode.NOT, bound ? "never" : "will not", at + 1);
            case "cannot", "can't" -> new Binding(Mode.NOT, "cannot", at + 1);
            case "won't" -> new Binding(Mode.NOT, notOf("will", bound), at + 1);
            case "don't", "doesn't" -> new Binding(Mode.NOT, "do not", at + 1);
            case "reserve", "reserves" -> theRightTo(words, at + 1);
            case "agree", "agrees" -> agree(words, at, second, third, bound);
            case "acknowledge", "acknowledges", "understand" -> second.equals("that") ? null : does(words, first, at);
            case "have", "has" ->
                second.equals("to") ? new Binding(Mode.MUST, "must", at + 2) : theRightTo(words, at + 1);
            case "need", "needs" -> second.equals("to") ? new Binding(Mode.MUST, "must", at + 2) : null;
            case "are", "is" -> are(words, at, second, third);
            default -> does(words, first, at);
        };
    }

    private static @Nullable Binding theRightTo(List<String> words, int at) {
        return word(words, at).equals("the")
                        && word(words, at + 1).equals("right")
                        && word(words, at + 2).equals("to")
                ? new Binding(Mode.MAY, "may", at + 3)
                : null;
    }

    private static @Nullable Binding agree(List<String> words, int at, String second, String third, boolean bound) {
        if (second.equals("to") && AGREED.contains(third)) {
            return bound ? new Binding(Mode.DOES, "agree to", at + 2) : null;
        }
        if (second.equals("to")) {
            boolean does = third.equals("and") && word(words, at + 3).equals("hereby");
            return does ? does(words, word(words, at + 4), at + 4) : new Binding(Mode.MUST, "must", at + 2);
        }
        return second.equals("not") && third.equals("to") ? new Binding(Mode.NOT, "may not", at + 3) : null;
    }

    private static Binding are(List<String> words, int at, String second, String third) {
        if (second.equals("required") && third.equals("to")) {
            return new Binding(Mode.MUST, "must", at + 3);
        }
        if (second.equals("not")) {
            boolean banned = Set.of("permitted", "allowed", "authorized").contains(third)
                    && word(words, at + 3).equals("to");
            return banned ? new Binding(Mode.NOT, "may not", at + 4) : new Binding(Mode.NOT, "are not", at + 2);
        }
        boolean may = Set.of("entitled", "free", "permitted", "allowed", "able").contains(second) && third.equals("to");
        return may ? new Binding(Mode.MAY, "may", at + 3) : new Binding(Mode.DOES, "are", at + 1);
    }

    private static @Nullable Binding does(List<String> words, String verb, int at) {
        String plural = verb.endsWith("s") && !verb.endsWith("ss") ? verb.substring(0, verb.length() - 1) : verb;
        String comma = at < words.size() && words.get(at).endsWith(",") ? "," : "";
        return Verbs.isPlain(plural) || Verbs.isPlain(verb)
                ? new Binding(Mode.DOES, (Verbs.isPlain(verb) ? verb : plural) + comma, at + 1)
                : null;
    }

    private static String notOf(String modal, boolean bound) {
        return switch (modal) {
            case "can" -> "cannot";
            default -> bound ? "may not" : "will not";
        };
    }

    private static Mode modal(String modal) {
        return switch (modal) {
            case "may", "can" -> Mode.MAY;
            case "will" -> Mode.WILL;
            default -> Mode.MUST;
        };
    }

    private static String word(List<String> words, int at) {
        return at < words.size() ? ThirdPerson.bare(words.get(at)) : "";
    }
}
