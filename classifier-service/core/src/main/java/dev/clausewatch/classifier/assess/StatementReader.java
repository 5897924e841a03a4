package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.BindingReader.Binding;
import dev.clausewatch.classifier.assess.Statement.Mode;
import dev.clausewatch.classifier.assess.Statement.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who does what in a sentence of terms, where that is plain: a subject with "may", "must", "will not" and the like behind it. */
final class StatementReader {

    private static final int LONGEST = 120;
    private static final int LEAD = 40;
    private static final int ASIDE = 12;

    private static final Pattern LABEL = Pattern.compile(
            "\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[A-Za-z]|[ivx]{1,5})[.)]|\\d{1,3}(?:\\.\\d{1,3}){1,4}");

    /** Words between a subject and what it does, or behind "may", that leave what is said as it is. */
    private static final Set<String> ADVERBS = Set.of(
            "also",
            "hereby",
            "expressly",
            "further",
            "therefore",
            "then",
            "always",
            "generally",
            "typically",
            "currently",
            "additionally",
            "otherwise",
            "now",
            "sometimes",
            "still");

    /** Words that begin what a sentence holds for, in front of its subject. */
    private static final Set<String> CONDITIONS = Set.of(
            "if",
            "when",
            "unless",
            "where",
            "once",
            "until",
            "after",
            "before",
            "during",
            "for",
            "in",
            "with",
            "without",
            "except",
            "subject",
            "upon",
            "as",
            "unlike",
            "to",
            "by",
            "while",
            "from",
            "on",
            "provided",
            "notwithstanding",
            "whenever",
            "since",
            "because",
            "depending");

    /** Words in front of a subject that only lead to it. */
    private static final Set<String> LINKS = Set.of(
            "however",
            "additionally",
            "furthermore",
            "moreover",
            "finally",
            "therefore",
            "accordingly",
            "also",
            "further",
            "note",
            "important");

    private static final Set<String> LINKED = Set.of("addition", "general", "short", "particular");

    private static final Set<String> AGREEING = Set.of(
            "agree",
            "agrees",
            "acknowledge",
            "acknowledges",
            "understand",
            "promise",
            "promises",
            "confirm",
            "represent",
            "warrant");

    private static final Set<String> NOTS = Set.of("not", "no", "nothing", "never", "don't", "neither", "nor");

    private final SubjectReader subjects;
    private final Bound bound;

    StatementReader(String platform, Bound bound) {
        this.subjects = new SubjectReader(platform, bound);
        this.bound = bound;
    }

    /** The statement of a sentence, where it is plain. */
    Optional<Statement> read(String sentence) {
        List<String> words =
                new ArrayList<>(Arrays.stream(ShortText.withoutEnd(sentence).split(" ", LONGEST + 1))
                        .limit(LONGEST)
                        .toList());
        withoutLabels(words);
        Optional<Statement> imperative = imperative(words);
        if (imperative.isPresent()) {
            return imperative;
        }
        for (int at = 0; at < Math.min(LEAD, words.size() - 1); at++) {
            SubjectReader.Found subject = isStart(words, at) ? subjects.read(words, at) : null;
            Statement read = subject == null ? null : statement(words, at, subject);
            if (read != null) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    /** Takes away the labels in front of a clause, and the "or" of the item of a list. */
    static void withoutLabels(List<String> words) {
        while (words.size() > 1
                && (LABEL.matcher(words.getFirst()).matches()
                        || words.getFirst().equals("and")
                        || words.getFirst().equals("or"))) {
            words.removeFirst();
        }
    }

    /**
     * Whether a subject may stand at a place: at the start, behind a condition or a word that leads to it, or behind "you agree that". What
     * stands behind other words ("at no time, we", "nothing means that we") would be told without them.
     */
    private static boolean isStart(List<String> words, int at) {
        if (at == 0) {
            return true;
        }
        String before = words.get(at - 1);
        String first = ThirdPerson.bare(words.getFirst());
        if (before.equals("that")) {
            return at > 1
                    && AGREEING.contains(ThirdPerson.bare(words.get(at - 2)))
                    && words.subList(0, at).stream().noneMatch(word -> NOTS.contains(ThirdPerson.bare(word)));
        }
        if (!before.endsWith(",") && !before.endsWith(":")) {
            return false;
        }
        // "If, for a good reason, you ..." goes on with its condition.
        boolean inCondition = words.getFirst().endsWith(",")
                && CONDITIONS.contains(first)
                && words.subList(0, at).stream()
                                .filter(word -> word.endsWith(","))
                                .count()
                        <= 2;
        return (isCondition(words) && !inCondition) || isLink(words);
    }

    /** Whether the words in front of a subject say when it holds; "in no case" says that it never does. */
    private static boolean isCondition(List<String> words) {
        String second = words.size() > 1 ? ThirdPerson.bare(words.get(1)) : "";
        return CONDITIONS.contains(ThirdPerson.bare(words.getFirst()))
                && !second.equals("no")
                && !LINKED.contains(second);
    }

    /** Whether the words in front of a subject only lead to it: "however", "in addition". */
    private static boolean isLink(List<String> words) {
        String second = words.size() > 1 ? ThirdPerson.bare(words.get(1)) : "";
        return LINKS.contains(ThirdPerson.bare(words.getFirst())) || LINKED.contains(second);
    }

    private Optional<Statement> imperative(List<String> words) {
        if (words.size() < 3) {
            return Optional.empty();
        }
        String first = ThirdPerson.bare(words.get(0));
        int verb = first.equals("don't") || first.equals("never")
                ? 1
                : first.equals("do") && ThirdPerson.bare(words.get(1)).equals("not") ? 2 : 0;
        return verb == 0
                ? Optional.empty()
                : Optional.of(new Statement(
                        Subject.BOUND,
                        bound.noun(),
                        Mode.NOT,
                        "may not",
                        words.subList(verb, words.size()),
                        List.of()));
    }

    private static @Nullable Statement statement(List<String> words, int at, SubjectReader.Found subject) {
        int from = subject.behind();
        while (from < words.size() && ADVERBS.contains(ThirdPerson.bare(words.get(from)))) {
            from++;
        }
        Binding binding = BindingReader.read(words, from, subject.subject());
        if (binding == null || binding.behind() >= words.size()) {
            return null;
        }
        List<String> rest = withoutAside(words.subList(binding.behind(), words.size()));
        boolean spared = subject.subject() == Subject.BOUND && binding.mode() == Mode.NOT && Verbs.isSpared(rest);
        return new Statement(
                subject.subject(),
                subject.named(),
                binding.mode(),
                spared ? "will not" : binding.verb(),
                rest,
                at > 0 && isCondition(words) ? words.subList(0, at) : List.of());
    }

    /** Without "also" in front, and without "and will not allow others to," */
    private static List<String> withoutAside(List<String> rest) {
        int from = 0;
        while (from < rest.size() - 1 && ADVERBS.contains(ThirdPerson.bare(rest.get(from)))) {
            from++;
        }
        if (rest.get(from).equals("and") || (from > 0 && rest.get(from - 1).endsWith(","))) {
            for (int at = from; at < Math.min(rest.size() - 1, from + ASIDE); at++) {
                if (rest.get(at).endsWith(",")) {
                    return rest.subList(at + 1, rest.size());
                }
            }
        }
        return rest.subList(from, rest.size());
    }
}
