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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How bad a clause is for those bound by it: where its worst type starts, moved by its own words and by the direction of the edit.
 * A burden that goes away is low; a right that goes away is one step worse.
 */
final class SeverityScheme {

    private static final String RIGHTS = "rights";

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
        if (removed && types.stream().allMatch(type -> file.burdens().contains(type.id()))) {
            return Optional.of(new Rated(Severity.LOW, List.of(reasons.burdenGone(types.getFirst(), edit))));
        }
        Map<String, String> found = phrases.quotes((removed ? edit.before() : edit.after()).quote());
        Rated worst = types.stream()
                .map(type -> rate(type, found, edit, removed))
                .max(Comparator.comparing(Rated::severity))
                .orElseThrow();
        String right = rightThatGoes(edit);
        return Optional.of(right == null ? worst : worse(worst, right));
    }

    private Rated rate(ProvisionType type, Map<String, String> found, Edit edit, boolean removed) {
        // A promise that is taken away no longer softens anything.
        List<String> lowers = applying(file.lowers(), type.id(), found);
        if (!lowers.isEmpty() && !removed) {
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
        return phrases.in(words(edit.inserted())).contains(RIGHTS)
                ? null
                : phrases.quotes(words(edit.deleted())).get(RIGHTS);
    }

    private static Rated worse(Rated rated, String right) {
        List<String> all = new ArrayList<>(rated.reasons());
        all.add(SeverityReasons.quoting("Words of a right are taken out", right));
        return new Rated(rated.severity() == Severity.LOW ? Severity.MEDIUM : Severity.HIGH, List.copyOf(all));
    }

    private static String words(List<Wording.Token> tokens) {
        return tokens.stream().map(Wording.Token::printed).collect(Collectors.joining(" "));
    }
}
