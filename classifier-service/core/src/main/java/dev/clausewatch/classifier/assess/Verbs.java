package dev.clausewatch.classifier.assess;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What terms say that somebody does, by what it is to those bound. Verbs are in the plural, without marks and in small letters. */
final class Verbs {

    private static final Pattern SPACE = Pattern.compile(" ");

    /** What those bound would mind: to promise not to do it is in their favour. */
    private static final Set<String> MINDED =
            set("sell share use train rent disclose disclosing collect store retain claim charge access read "
                    + "monitor combine require target transfer sublicense process keep own track sold used shared increase reduce discriminate modify "
                    + "send display publish record identify knowingly intentionally");

    /** Minded only where it is done for others: "we do not allow advertisers to". */
    private static final Set<String> LETTING = set("allow permit let give");

    private static final Set<String> OTHERS =
            set("others anyone third advertisers partners employees unauthorized any other");

    /** Where these are what is not done, it is refused to those bound, however it is said. */
    private static final Set<String> REFUSED = set(
            "refund refunds appeal appeals cancel cancellation support class warranty warranties responsible liable");

    /** What those bound would want: to promise to do it is in their favour. */
    private static final Set<String> WANTED = set(
            "notify inform tell give provide refund delete erase protect respond help assist defend indemnify "
                    + "reimburse compensate make ensure keep maintain honor obtain ask seek offer support return credit pay remove restore limit "
                    + "anonymize encrypt secure review consider allow let permit comply work attempt try endeavor bear cover");

    private static final Set<String> ENDING = set("delete erase remove restrict limit");
    private static final Set<String> THEIRS = set("content account accounts access");

    /** What it is good for those bound to have: "you own the output". */
    private static final Set<String> HAD = set("own retain keep remain receive");

    /** What the side that says it gives up or takes on by saying it. */
    private static final Set<String> GIVING =
            set("grant waive assign agree represent warrant acknowledge consent release indemnify authorize "
                    + "license undertake irrevocably assume");

    /** What those bound take on where they "will" do it. */
    private static final Set<String> TAKEN_ON =
            set("pay comply indemnify provide ensure defend reimburse hold cooperate bear waive assign forfeit");

    /** What is told of a side without "may" or "must". */
    private static final Set<String> PLAIN =
            set("collect use share disclose process retain store keep sell transfer provide offer charge require "
                    + "allow prohibit disclaim grant own claim make receive rely send obtain combine waive assign represent warrant acknowledge consent "
                    + "release authorize license remain analyze train work review monitor delete notify support give indemnify accept encourage permit "
                    + "engage recommend protect need reject place set show personalize limit irrevocably");

    /** What those bound have a right to do. */
    private static final Set<String> RIGHTS =
            set("opt object cancel withdraw appeal formulate request terminate export delete refuse choose "
                    + "disable turn revoke dispute access unsubscribe reject decline download correct complain");

    /** What "will not be" done to those bound spares them something. */
    private static final Set<String> SPARED =
            set("charged billed required obligated obliged asked bound penalized liable responsible sold shared");

    private Verbs() {}

    private static Set<String> set(String words) {
        return Set.copyOf(List.of(SPACE.split(words)));
    }

    /** Whether what is not done is what those bound would mind. */
    static boolean isPromise(List<String> rest) {
        return isMinded(rest) && rest.stream().limit(6).noneMatch(word -> REFUSED.contains(ThirdPerson.bare(word)));
    }

    /** Whether those bound would mind what is done. */
    static boolean isMinded(List<String> rest) {
        return rest.stream().limit(2).anyMatch(word -> MINDED.contains(ThirdPerson.bare(word)))
                || (LETTING.contains(bare(rest, 0)) && OTHERS.contains(bare(rest, 1)));
    }

    /** Whether those bound would want what is done; that their content or account is deleted, they would not. */
    static boolean isWanted(List<String> rest) {
        boolean theirs = rest.stream().limit(4).anyMatch(word -> THEIRS.contains(ThirdPerson.bare(word)));
        return WANTED.contains(bare(rest, 0)) && !(ENDING.contains(bare(rest, 0)) && theirs);
    }

    /** Whether what those bound will not be, lose or have to do spares them something: "you will not be charged". */
    static boolean isSpared(List<String> rest) {
        return switch (bare(rest, 0)) {
            case "be" -> SPARED.contains(bare(rest, 1));
            case "lose", "incur", "owe" -> true;
            case "have" -> bare(rest, 1).equals("to");
            default -> false;
        };
    }

    /** Whether it is good for whoever has it. */
    static boolean isHad(String verb) {
        return HAD.contains(verb);
    }

    static boolean isGiving(String verb) {
        int space = verb.indexOf(' ');
        return GIVING.contains(space < 0 ? verb : verb.substring(0, space));
    }

    static boolean isTakenOn(List<String> rest) {
        return TAKEN_ON.contains(bare(rest, 0));
    }

    static boolean isPlain(String verb) {
        return PLAIN.contains(verb);
    }

    static boolean isRight(String verb) {
        return RIGHTS.contains(verb);
    }

    private static String bare(List<String> words, int at) {
        return at < words.size() ? ThirdPerson.bare(words.get(at)) : "";
    }
}
