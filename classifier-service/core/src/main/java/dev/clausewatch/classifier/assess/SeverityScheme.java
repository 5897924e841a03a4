package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Severity of a clause for those bound by it: the base severity of its worst type, adjusted by its words and by the direction of the edit.
 * A burden that goes away is low; a right that goes away is one step worse.
 */
final class SeverityScheme {

    private static final String RIGHTS = "rights";
    private static final String DENIALS = "denials";
    private static final String POWERS = "powers";
    private static final String PROMISES = "promises";

    private final SeverityFile file;
    private final PhraseSets phrases;
    private final SeverityReasons reasons;

    SeverityScheme(SeverityFile file, Register register) {
        this.file = file;
        this.reasons = new SeverityReasons(register);
        Map<String, List<String>> sets = new LinkedHashMap<>();
        file.raises().forEach(raise -> sets.put(raise.id(), raise.phrases()));
        file.lowers().forEach(lower -> sets.put(lower.id(), lower.phrases()));
        sets.put(RIGHTS, file.rights());
        sets.put(DENIALS, file.denials());
        sets.put(POWERS, file.powers().phrases());
        sets.put(PROMISES, file.powers().unless());
        this.phrases = PhraseSets.of(sets);
    }

    /**
     * How bad a clause is, and why.
     *
     * @param reasons sentences with the words they rest on, what decided last: where its worst type starts, the words that moved it, what an
     *     edit took away
     */
    record Rated(Severity severity, List<String> reasons) {}

    /** The severity of a clause; nothing without a type. */
    Optional<Rated> of(List<ProvisionType> types, Edit edit) {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        boolean removed = edit.after().size() == 0;
        if (removed && isBurden(types, edit)) {
            return Optional.of(new Rated(Severity.LOW, List.of(reasons.burdenGone(types.getFirst(), edit))));
        }
        // Of a clause that is gone, no word holds that could move it.
        Map<String, String> found = phrases.quotes(edit.after().quote());
        Rated worst = types.stream()
                .map(type -> rate(type, found, edit))
                .max(Comparator.comparing(Rated::severity))
                .orElseThrow();
        String right = rightThatGoes(edit);
        return Optional.of(right == null ? worst : worse(worst, right));
    }

    /** Whether what went weighed on those bound. */
    private boolean isBurden(List<ProvisionType> types, Edit edit) {
        Set<String> found = phrases.in(edit.before().quote());
        boolean power = found.contains(POWERS) && !found.contains(PROMISES);
        return types.stream()
                .allMatch(type -> file.burdens().contains(type.id())
                        || (power && file.powers().types().contains(type.id())));
    }

    private Rated rate(ProvisionType type, Map<String, String> found, Edit edit) {
        List<String> lowers = applying(file.lowers(), type.id(), found);
        if (!lowers.isEmpty()) {
            return new Rated(Severity.LOW, lowers);
        }
        List<String> raises = applying(file.raises(), type.id(), found);
        if (!raises.isEmpty()) {
            return new Rated(Severity.HIGH, raises);
        }
        Severity start = file.high().contains(type.id())
                ? Severity.HIGH
                : file.medium().contains(type.id()) ? Severity.MEDIUM : Severity.LOW;
        return new Rated(start, List.of(reasons.start(type, start, edit)));
    }

    private static List<String> applying(
            List<SeverityFile.Qualifier> qualifiers, String type, Map<String, String> found) {
        List<String> sentences = new ArrayList<>();
        for (SeverityFile.Qualifier qualifier : qualifiers) {
            String words = found.get(qualifier.id());
            if (words != null && qualifier.types().contains(type)) {
                sentences.add(SeverityReasons.quoting(qualifier.reason(), words));
            }
        }
        return List.copyOf(sentences);
    }

    /** The words of a right that an edit takes out and does not put in elsewhere. */
    private @Nullable String rightThatGoes(Edit edit) {
        if (phrases.in(words(edit.inserted())).contains(RIGHTS)) {
            return null;
        }
        for (Edit.Hunk hunk : edit.hunks()) {
            List<TokenizedText.Token> gone = edit.before().tokens().subList(hunk.beforeFrom(), hunk.beforeTo());
            Map<String, String> found = phrases.quotes(words(gone));
            String right = found.get(RIGHTS);
            if (right != null && !found.containsKey(DENIALS)) {
                return withNumber(right, gone);
            }
        }
        return null;
    }

    /** The words of a right; of a period alone, with the word in front that says how long it is. */
    private static String withNumber(String right, List<TokenizedText.Token> gone) {
        if (right.indexOf(' ') >= 0) {
            return right;
        }
        for (int at = 1; at < gone.size(); at++) {
            String before = gone.get(at - 1).printed();
            if (gone.get(at).printed().contains(right) && before.codePoints().anyMatch(Character::isDigit)) {
                return before + " " + right;
            }
        }
        return right;
    }

    private static Rated worse(Rated rated, String right) {
        List<String> all = new ArrayList<>(rated.reasons());
        all.add(SeverityReasons.quoting("Words of a right are taken out", right));
        return new Rated(rated.severity() == Severity.LOW ? Severity.MEDIUM : Severity.HIGH, List.copyOf(all));
    }

    private static String words(List<TokenizedText.Token> tokens) {
        return tokens.stream().map(TokenizedText.Token::printed).collect(Collectors.joining(" "));
    }
}
