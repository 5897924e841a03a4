package dev.clausewatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up terms: distinct sentences out of a seeded generator. */
public final class Texts {

    private static final String[] SUBJECTS = {"You", "We", "The provider", "Each customer", "Our partners", "A visitor"
    };
    private static final String[] VERBS = {
        "may terminate", "shall preserve", "must not publish", "will notify", "can transfer", "agree to review"
    };
    private static final String[] OBJECTS = {
        "the subscription", "personal records", "uploaded images", "training material", "support requests", "invoices"
    };
    private static final String[] TAILS = {
        "without undue delay",
        "after written notice",
        "at any reasonable time",
        "for lawful purposes only",
        "where permitted"
    };

    private Texts() {}

    /** Distinct clauses of ten to thirty words. */
    public static List<String> clauses(Random random, int count) {
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder clause = new StringBuilder();
            for (int sentence = 0; sentence <= random.nextInt(3); sentence++) {
                clause.append(pick(random, SUBJECTS)).append(' ');
                clause.append(pick(random, VERBS)).append(' ');
                clause.append(pick(random, OBJECTS)).append(" of matter").append(letters(i * 7 + sentence));
                clause.append(' ')
                        .append(pick(random, TAILS))
                        .append(" under rule")
                        .append(letters(random.nextInt(9999)));
                clause.append(". ");
            }
            clauses.add(clause.toString().strip());
        }
        return clauses;
    }

    /** A text with a heading over every ten paragraphs. */
    public static String document(List<String> paragraphs) {
        StringBuilder text = new StringBuilder("# Terms\n");
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i % 10 == 0) {
                text.append("\n## Part ").append(letters(i / 10)).append('\n');
            }
            text.append('\n').append(paragraphs.get(i)).append('\n');
        }
        return text.toString();
    }

    /** Paragraphs as one text without headings. */
    public static String plain(List<String> paragraphs) {
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static String pick(Random random, String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('a' + rest % 26));
        }
        return letters.toString();
    }
}
