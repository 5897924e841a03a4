package dev.clausewatch.classifier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells words that a platform says to those bound ("we may use your data") of both in the third person ("it may use users' data"). */
final class ThirdPerson {

    private static final Set<String> MODAL = Set.of(
            "may", "will", "can", "must", "shall", "could", "would", "might", "should", "cannot", "never", "also");

    /** Behind these "you" is the one to whom it is done. */
    private static final Set<String> TOWARDS = Set.of(
            "to",
            "with",
            "for",
            "about",
            "from",
            "by",
            "of",
            "on",
            "against",
            "between",
            "charge",
            "notify",
            "inform",
            "give",
            "provide",
            "send",
            "allow",
            "require",
            "ask",
            "help",
            "tell",
            "show",
            "offer",
            "contact",
            "identify",
            "bill",
            "enable",
            "let",
            "grant",
            "protect",
            "permit",
            "entitle",
            "bind",
            "recognize",
            "cause",
            "affect",
            "refund",
            "pay",
            "than",
            "prevent",
            "upon");

    private static final Map<String, String> IRREGULAR = Map.of(
            "have", "has", "do", "does", "are", "is", "were", "was", "don't", "doesn't", "aren't", "isn't", "haven't",
            "hasn't");

    private final String platform;
    private final String bound;
    private boolean platformNamed;
    private boolean boundNamed;

    /**
     * Names for a text.
     *
     * @param platformNamed whether the words before have named the platform
     * @param boundNamed whether they have named those bound
     */
    ThirdPerson(String platform, String bound, boolean platformNamed, boolean boundNamed) {
        this.platform = platform;
        this.bound = bound;
        this.platformNamed = platformNamed;
        this.boundNamed = boundNamed;
    }

    /** The words, told so. */
    String tell(List<String> words) {
        List<String> told = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String bare = bare(word);
            int from = word.replace('\u2019', '\'').toLowerCase(Locale.ROOT).indexOf(bare);
            String changed = bare.isEmpty() || from < 0 ? null : changed(bare, words, at);
            told.add(
                    changed == null
                            ? isVerbOfPlatform(words, at) ? verb(word) : word
                            : word.substring(0, from) + changed + word.substring(from + bare.length()));
        }
        return String.join(" ", told);
    }

    private @Nullable String changed(String bare, List<String> words, int at) {
        return switch (bare) {
            case "we" -> platform("it", platform);
            case "us" -> words.get(at).endsWith("US") ? words.get(at) : platform("it", platform);
            case "our" -> platform("its", possessive(platform));
            case "ours" -> "its own";
            case "we're" -> "it is";
            case "we'll" -> "it will";
            case "we've" -> "it has";
            case "you're" -> bound("they are", bound + " are");
            case "you'll" -> bound("they will", bound + " will");
            case "you've" -> bound("they have", bound + " have");
            case "you" -> bound(isTowards(words, at) ? "them" : "they", bound);
            case "your" -> bound("their", possessive(bound));
            case "yours" -> "theirs";
            case "yourself", "yourselves" -> "themselves";
            default -> null;
        };
    }

    private String platform(String again, String first) {
        String told = platformNamed ? again : first;
        platformNamed = true;
        return told;
    }

    private String bound(String again, String first) {
        String told = boundNamed ? again : first;
        boundNamed = true;
        return told;
    }

    private static boolean isTowards(List<String> words, int at) {
        return (at > 0 && TOWARDS.contains(bare(words.get(at - 1))))
                || at + 1 == words.size()
                || !Character.isLetterOrDigit(words.get(at).charAt(words.get(at).length() - 1));
    }

    private static boolean isVerbOfPlatform(List<String> words, int at) {
        return at > 0 && words.get(at - 1).equalsIgnoreCase("we") && !MODAL.contains(bare(words.get(at)));
    }

    /** A verb of one: "uses" for "use". */
    static String verb(String word) {
        if (word.endsWith(",")) {
            return verb(word.substring(0, word.length() - 1)) + ",";
        }
        String known = IRREGULAR.get(word.replace('\u2019', '\''));
        if (known != null) {
            return known;
        }
        if (word.isEmpty() || !Character.isLowerCase(word.charAt(word.length() - 1))) {
            return word;
        }
        if (word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("ch")
                || word.endsWith("sh")
                || word.endsWith("o")) {
            return word + "es";
        }
        boolean consonantY =
                word.length() > 1 && word.endsWith("y") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
        return consonantY ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    static String possessive(String noun) {
        return noun.endsWith("s") ? noun + "\u2019" : noun + "\u2019s";
    }

    /** A word in small letters without the marks around it. */
    static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }
}
