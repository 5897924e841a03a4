package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The headline of a change: what it does to whom, the worst first, in one line without an end. */
final class ChangeHeadline {

    private ChangeHeadline() {}

    /**
     * The headline.
     *
     * @param provisions those whose change matters, the worst first; all of them, when none does
     */
    static String of(ChangeDetected change, List<Assessed> provisions) {
        String platform = change.document().platform();
        String document = platform + ", " + change.document().termsType();
        ChangeKind kind = change.verdict().kind();
        if (kind == ChangeKind.BASELINE) {
            return line(document + ": first version");
        }
        if (kind == ChangeKind.TECHNICAL && provisions.stream().noneMatch(Assessed::matters)) {
            return line(document + ": read otherwise than before");
        }
        if (kind == ChangeKind.SUSPECT) {
            return line(document + ": the text may not be whole");
        }
        String went = kind == ChangeKind.REVERTED ? " went back to an earlier text" : "";
        if (!provisions.isEmpty() && provisions.stream().allMatch(Assessed::form)) {
            return line(document + (went.isEmpty() ? " changed" : went) + " in form only");
        }
        if (provisions.stream().noneMatch(Assessed::isAssessed)) {
            return line(document
                    + (went.isEmpty() ? " changed" : went)
                    + (provisions.isEmpty() ? "" : "; what that means could not be assessed"));
        }
        return provisions.stream()
                .map(Assessed::consequence)
                .filter(Objects::nonNull)
                .findFirst()
                .map(consequence -> named(consequence, platform))
                .orElseGet(() -> line(document + (went.isEmpty() ? " changed" : went) + "; little hangs on it"));
    }

    private static String named(String consequence, String platform) {
        return consequence.contains(platform) ? consequence : line(platform + ": " + lower(consequence));
    }

    /** Its first letter small, unless the first word is a name or in capitals. */
    static String lower(String line) {
        int end = line.indexOf(' ');
        String first = end < 0 ? line : line.substring(0, end);
        return Bound.isNoun(first) ? line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1) : line;
    }

    private static String line(String text) {
        return ShortText.cut(ShortText.line(text), ConsequenceReader.LINE);
    }
}
