package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.assess.Statement.Subject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whom a sentence of terms is about: the platform or those bound, by pronoun, name or role. */
final class SubjectReader {

    /** A name such as "OpenAI". */
    private static final Pattern NAME = Pattern.compile("[A-Z][a-z]{1,20}[A-Z][A-Za-z]{0,20}");

    private static final Pattern PARTS = Pattern.compile("[ -]");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{3,5}");

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

    private final String platform;
    private final Bound bound;

    SubjectReader(String platform, Bound bound) {
        this.platform = platform;
        this.bound = bound;
    }

    /**
     * A subject.
     *
     * @param named as it is told
     * @param behind the place of the first word behind it
     */
    record Found(Subject subject, String named, int behind) {}

    /** Whether a word names those bound by their role. */
    static boolean isBound(String word) {
        return BOUND.contains(word);
    }

    /** The subject that begins at a place; nothing where none does. */
    @Nullable
    Found read(List<String> words, int at) {
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
        boolean name =
                NAME.matcher(printed).matches() || (CAPITALS.matcher(printed).matches() && isShortFor(printed));
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
        boolean isFirst = shared > 0 && name[0].length() > 2 && !ARTICLES.contains(ThirdPerson.bare(name[0]));
        return shared == name.length || isFirst ? at + shared : at;
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

    /** Whether capitals are a word of the platform's name or the first letters of its words: "AWS". */
    private boolean isShortFor(String capitals) {
        String[] words = PARTS.split(platform, -1);
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (word.equalsIgnoreCase(capitals)) {
                return true;
            }
            initials.append(word.isEmpty() ? "" : word.substring(0, 1));
        }
        return initials.toString().equalsIgnoreCase(capitals);
    }
}
