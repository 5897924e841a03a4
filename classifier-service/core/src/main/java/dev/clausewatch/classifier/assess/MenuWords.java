package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells words of a page's menu ("Legal", "Learning Hub", a lone link) from clauses. */
final class MenuWords {

    private static final Pattern LINK =
            Pattern.compile("[^\\p{L}\\[\\]]{0,5}\\[[^\\[\\]]{1,100}\\]\\([^()\\s]{0,2000}\\)[^\\p{L}]{0,5}");
    private static final int LONGEST_LINK = 6;
    private static final int LONGEST = 3;
    private static final String MODEL = "model/";

    /** Words by which a short line may bind somebody, or takes a side. */
    private static final Set<String> BINDING = Set.of(
            "not",
            "no",
            "never",
            "must",
            "may",
            "shall",
            "will",
            "can",
            "cannot",
            "only",
            "without",
            "free",
            "mandatory",
            "optional",
            "prohibited",
            "required",
            "agree",
            "opt",
            "nonrefundable",
            "non",
            "binding",
            "are",
            "is",
            "waive",
            "waiver");

    private MenuWords() {}

    /**
     * Whether a clause that came or went is such words.
     *
     * @param types what it was found to do: of a line that is no link a rule's word is believed
     */
    static boolean are(TouchedProvision touched, List<ProvisionType> types) {
        ProvisionText text = touched.after() != null ? touched.after() : touched.before();
        if (text == null || (touched.before() != null && touched.after() != null) || text.intro() != null) {
            return false;
        }
        TokenizedText words = TokenizedText.of(text.text());
        boolean link = LINK.matcher(text.text()).matches();
        if (words.size() == 0
                || words.size() > (link ? LONGEST_LINK : LONGEST)
                || text.text().indexOf('|') >= 0) {
            return false;
        }
        boolean plain = words.tokens().stream()
                .allMatch(token -> !BINDING.contains(token.key())
                        && token.key().codePoints().allMatch(Character::isLetter)
                        && (link || Character.isUpperCase(token.printed().codePointAt(0))));
        return plain && (link || types.stream().allMatch(MenuWords::isGuess));
    }

    private static boolean isGuess(ProvisionType type) {
        return type.evidence().stream().allMatch(span -> span.decidedBy().startsWith(MODEL));
    }
}
