package dev.clausewatch.classifier.assess;

import java.util.List;
import java.util.Set;

/** Finds what joins or leaves a list in a clause: "service providers <i>and our affiliates</i>". */
final class ListMembers {

    private static final Set<String> JOINTS = Set.of("and", "or");
    private static final int LONGEST = 8;

    private ListMembers() {}

    /** Whether an edit adds a member to a list or takes one away. */
    static boolean differ(Edit edit) {
        return edit.hunks().stream()
                .anyMatch(hunk -> (hunk.isInsertion() && isMember(edit.after(), hunk.afterFrom(), hunk.afterTo()))
                        || (hunk.isDeletion() && isMember(edit.before(), hunk.beforeFrom(), hunk.beforeTo())));
    }

    /** A few words between commas, or that begin or end with "and" or "or"; "service or services" names nothing new. */
    private static boolean isMember(TokenizedText line, int from, int to) {
        int count = to - from;
        if (count > LONGEST) {
            return false;
        }
        List<TokenizedText.Token> tokens = line.tokens();
        if (from > 0
                && tokens.get(from - 1).printed().endsWith(",")
                && (tokens.get(to - 1).printed().endsWith(",") || (to < tokens.size() && isJoint(tokens.get(to))))) {
            return true;
        }
        boolean first = isJoint(tokens.get(from));
        if (count < 2 || !(first || isJoint(tokens.get(to - 1)))) {
            return false;
        }
        List<TokenizedText.Token> named = tokens.subList(first ? from + 1 : from, first ? to : to - 1);
        int beside = first ? from - 1 : to;
        return !named.stream().allMatch(ListMembers::isJoint)
                && (named.size() > 1
                        || beside < 0
                        || beside >= tokens.size()
                        || !WordKey.isSimilar(
                                named.getFirst().key(), tokens.get(beside).key()));
    }

    private static boolean isJoint(TokenizedText.Token token) {
        return JOINTS.contains(token.key());
    }
}
