package dev.clausewatch.classifier.assess;

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
    /** A name such as "OpenAI" or "AWS". */
    private static final Pattern NAME = Pattern.compile("[A-Z]{3,5}|[A-Z][a-z]{1,20}[A-Z][A-Za-z]{0,20}");

    private static final Pattern LABEL = Pattern.compile(
            "\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[A-Za-z]|[ivx]{1,5})[.)]|\\d{1,3}(?:\\.\\d{1,3}){1,4}");

    private static final Set<String> BOUND = Set.of(
            "customer",
            "customers",
            "user",
            "users",
            "developer",
            "developers",
            "seller",
            "sellers",
            "licensee",
            "subscriber",
            "subscribers",
            "member",
            "members",
            "partner",
            "partners",
            "advertiser",
            "advertisers",
            "merchant",
            "merchants",
            "publisher",
            "publishers",
            "consumers",
            "creators",
            "buyers",
            "drivers",
            "hosts");
    private static final Set<String> ARTICLES = Set.of("the", "each", "all", "every", "any", "our", "end");
    private static final Set<String> COMPANY = Set.of("company", "provider", "licensor");
    private static final Set<String> ADVERBS = Set.of(
            "also",
            "hereby",
            "expressly",
            "further",
            "therefore",
            "then",
            "each",
            "both",
            "all",
            "always",
            "generally",
            "typically",
            "currently",
            "additionally",
            "otherwise",
            "only",
            "now",
            "sometimes",
            "still");
    private static final Set<String> CONDITIONS =
            Set.of("if", "when", "unless", "where", "once", "until", "after", "before", "during", "for", "in");

    /** What a platform may be expected to do, and promises not to; to guarantee nothing is none. */
    private static final Set<String> PROMISED = Set.of(
            "sell",
            "share",
            "use",
            "train",
            "rent",
            "disclose",
            "collect",
            "store",
            "retain",
            "claim",
            "charge",
            "access",
            "read",
            "monitor",
            "combine",
            "require",
            "target",
            "permit",
            "allow",
            "transfer",
            "sublicense",
            "process",
            "keep",
            "own",
            "track",
            "disclosing",
            "review",
            "knowingly",
            "intentionally",
            "sold",
            "used",
            "shared",
            "request",
            "increase",
            "reduce",
            "discriminate",
            "modify",
            "send",
            "show",
            "display",
            "publish",
            "record",
            "identify",
            "give",
            "make");

    private static final Set<String> DISCLAIMED = Set.of("responsible", "liable", "warranties", "warranty");
    private static final Set<String> GIVING = Set.of(
            "grant",
            "waive",
            "assign",
            "agree",
            "represent",
            "warrant",
            "acknowledge",
            "consent",
            "release",
            "indemnify",
            "authorize",
            "license",
            "undertake",
            "irrevocably",
            "assume");

    /** What is told of a platform or of those bound without "may" or "must". */
    private static final Set<String> VERBS = Set.of(
            "collect",
            "use",
            "share",
            "disclose",
            "process",
            "retain",
            "store",
            "keep",
            "sell",
            "transfer",
            "provide",
            "offer",
            "charge",
            "require",
            "allow",
            "prohibit",
            "disclaim",
            "grant",
            "own",
            "claim",
            "make",
            "receive",
            "rely",
            "send",
            "obtain",
            "combine",
            "waive",
            "assign",
            "represent",
            "warrant",
            "acknowledge",
            "consent",
            "release",
            "authorize",
            "license",
            "remain",
            "analyze",
            "train",
            "work",
            "review",
            "monitor",
            "delete",
            "notify",
            "support",
            "give",
            "indemnify",
            "accept",
            "encourage",
            "permit",
            "engage",
            "recommend",
            "protect",
            "need",
            "reject",
            "place",
            "set",
            "show",
            "personalize",
            "limit",
            "irrevocably");

    private final String platform;
    private final Bound bound;

    StatementReader(String platform, Bound bound) {
        this.platform = platform;
        this.bound = bound;
    }

    static boolean isPromised(List<String> rest) {
        return rest.stream().limit(2).anyMatch(word -> PROMISED.contains(ThirdPerson.bare(word)))
                && rest.stream().limit(2).noneMatch(word -> DISCLAIMED.contains(ThirdPerson.bare(word)));
    }

    /** Whether a word names those bound by their role. */
    static boolean isBound(String word) {
        return BOUND.contains(word);
    }

    static boolean isVerb(String word) {
        return VERBS.contains(word);
    }

    static boolean isGiving(String verb) {
        return GIVING.contains(verb);
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
            if (isStart(words, at)) {
                Found subject = subject(words, at);
                Statement read = subject == null ? null : statement(words, at, subject);
                if (read != null) {
                    return Optional.of(read);
                }
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

    /** Whether a subject may stand at a place: at the start, behind a comma, or behind "that". */
    private static boolean isStart(List<String> words, int at) {
        if (at == 0) {
            return true;
        }
        String before = words.get(at - 1);
        // "If, for a good reason, you ..." goes on with its condition.
        boolean inCondition = words.getFirst().endsWith(",")
                && CONDITIONS.contains(ThirdPerson.bare(words.getFirst()))
                && words.subList(0, at).stream()
                                .filter(word -> word.endsWith(","))
                                .count()
                        <= 2;
        return (before.endsWith(",") && !inCondition) || before.endsWith(":") || before.equals("that");
    }

    private record Found(Subject subject, String named, int behind) {}

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

    private @Nullable Found subject(List<String> words, int at) {
        String word = ThirdPerson.bare(words.get(at));
        if (word.equals("we")) {
            return withOthers(words, new Found(Subject.PLATFORM, platform, at + 1));
        }
        if (word.equals("you")) {
            return withOthers(words, new Found(Subject.BOUND, bound.noun(), at + 1));
        }
        int named = namesPlatform(words, at);
        if (named > at) {
            return withOthers(words, new Found(Subject.PLATFORM, platform, named));
        }
        int noun = at;
        while (noun < words.size() - 1 && noun < at + 2 && ARTICLES.contains(ThirdPerson.bare(words.get(noun)))) {
            noun++;
        }
        String role = ThirdPerson.bare(words.get(noun));
        if (COMPANY.contains(role)) {
            return new Found(Subject.PLATFORM, platform, noun + 1);
        }
        if (BOUND.contains(role)) {
            return new Found(Subject.BOUND, role.endsWith("s") ? role : role + "s", noun + 1);
        }
        String printed = words.get(at);
        boolean name = NAME.matcher(printed).matches();
        return name ? withOthers(words, new Found(Subject.PLATFORM, printed, at + 1)) : null;
    }

    /** The place behind the name of the platform, or behind its first word, where one of both stands there. */
    private int namesPlatform(List<String> words, int at) {
        String[] name = platform.split(" ", -1);
        int shared = 0;
        while (shared < name.length
                && at + shared < words.size()
                && ThirdPerson.bare(words.get(at + shared)).equals(ThirdPerson.bare(name[shared]))) {
            shared++;
        }
        return shared == name.length || (shared > 0 && name[0].length() > 2) ? at + shared : at;
    }

    /** "We and our affiliates". */
    private static Found withOthers(List<String> words, Found found) {
        int at = found.behind();
        if (found.subject() == Subject.BOUND
                && at + 1 < words.size()
                && words.get(at).equals("and")
                && Character.isUpperCase(words.get(at + 1).codePointAt(0))) {
            return new Found(found.subject(), found.named() + " and " + words.get(at + 1), at + 2);
        }
        if (at + 2 < words.size()
                && words.get(at).equals("and")
                && Set.of("our", "its", "your", "their").contains(words.get(at + 1))) {
            String others = found.subject() == Subject.PLATFORM ? "its " : "their ";
            return new Found(found.subject(), found.named() + " and " + others + words.get(at + 2), at + 3);
        }
        return found;
    }

    private record Binding(Mode mode, String verb, int behind) {}

    private @Nullable Statement statement(List<String> words, int at, Found subject) {
        int from = subject.behind();
        while (from < words.size() && ADVERBS.contains(ThirdPerson.bare(words.get(from)))) {
            from++;
        }
        Binding binding = binding(words, from, subject.subject());
        if (binding == null || binding.behind() >= words.size()) {
            return null;
        }
        boolean isCondition = at > 0 && CONDITIONS.contains(ThirdPerson.bare(words.getFirst()));
        return new Statement(
                subject.subject(),
                subject.named(),
                binding.mode(),
                binding.verb(),
                withoutAside(words.subList(binding.behind(), words.size())),
                isCondition ? words.subList(0, at) : List.of());
    }

    /** Without "also" in front, and without "and will not allow others to," */
    private static List<String> withoutAside(List<String> rest) {
        int from = 0;
        while (from < rest.size() - 1
                && ADVERBS.contains(ThirdPerson.bare(rest.get(from)))
                && !rest.get(from).equals("only")) {
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

    private static @Nullable Binding binding(List<String> words, int at, Subject subject) {
        String first = word(words, at);
        String second = word(words, at + 1);
        String third = word(words, at + 2);
        boolean not = second.equals("not") || second.equals("never");
        boolean bound = subject == Subject.BOUND;
        return switch (first) {
            case "will", "shall", "must", "may", "should", "can" ->
                not
                        ? new Binding(Mode.NOT, notOf(first, bound), at + 2)
                        : new Binding(modal(first), first.equals("shall") ? "must" : first, at + 1);
            case "might", "could" -> not ? null : new Binding(Mode.MAY, "may", at + 1);
            case "do", "does" -> not ? new Binding(Mode.NOT, "do not", at + 2) : null;
            case "never" -> new Binding(Mode.NOT, bound ? "never" : "will not", at + 1);
            case "cannot", "can't" -> new Binding(Mode.NOT, "cannot", at + 1);
            case "won't" -> new Binding(Mode.NOT, notOf("will", bound), at + 1);
            case "don't", "doesn't" -> new Binding(Mode.NOT, "do not", at + 1);
            case "reserve", "reserves" ->
                second.equals("the")
                                && third.equals("right")
                                && word(words, at + 3).equals("to")
                        ? new Binding(Mode.MAY, "may", at + 4)
                        : null;
            case "agree", "agrees" -> agree(words, at, second, third);
            case "acknowledge", "acknowledges", "understand" -> second.equals("that") ? null : does(words, first, at);
            case "have", "has" -> have(words, at, second, third);
            case "need", "needs" -> second.equals("to") ? new Binding(Mode.MUST, "must", at + 2) : null;
            case "are", "is" -> are(words, at, second, third);
            default -> does(words, first, at);
        };
    }

    private static @Nullable Binding agree(List<String> words, int at, String second, String third) {
        if (second.equals("to")) {
            boolean does = third.equals("and") && word(words, at + 3).equals("hereby");
            return does ? does(words, word(words, at + 4), at + 4) : new Binding(Mode.MUST, "must", at + 2);
        }
        return second.equals("not") && third.equals("to") ? new Binding(Mode.NOT, "may not", at + 3) : null;
    }

    private static @Nullable Binding have(List<String> words, int at, String second, String third) {
        if (second.equals("to")) {
            return new Binding(Mode.MUST, "must", at + 2);
        }
        return second.equals("the")
                        && third.equals("right")
                        && word(words, at + 3).equals("to")
                ? new Binding(Mode.MAY, "may", at + 4)
                : null;
    }

    private static @Nullable Binding are(List<String> words, int at, String second, String third) {
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
        return VERBS.contains(plural) || VERBS.contains(verb)
                ? new Binding(Mode.DOES, (VERBS.contains(verb) ? verb : plural) + comma, at + 1)
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
