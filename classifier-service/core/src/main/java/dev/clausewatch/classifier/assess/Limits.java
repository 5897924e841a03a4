package dev.clausewatch.classifier.assess;

import java.util.Set;

/** Words that limit what stands before them: "except advertisers", "only if you pay". */
final class Limits {

    private static final Set<String> FIRST =
            Set.of("unless", "except", "excluding", "only", "if", "provided", "unlike");

    private Limits() {}

    /** Whether words begin with what limits what stands before them. */
    static boolean begin(String words) {
        String[] first = words.split(" ", 4);
        int at = ThirdPerson.bare(first[0]).isEmpty() && first.length > 1 ? 1 : 0;
        String word = ThirdPerson.bare(first[at]);
        String next = first.length > at + 1 ? ThirdPerson.bare(first[at + 1]) : "";
        return FIRST.contains(word)
                || (word.equals("other") && next.equals("than"))
                || (word.equals("subject") && next.equals("to"))
                || (word.equals("so") && next.equals("long"));
    }
}
