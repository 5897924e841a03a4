package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.events.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How bad a clause is for those bound by it: where its worst type starts, moved by its own words and by the direction of the edit.
 * A burden that goes away is low; a right that goes away is one step worse.
 */
final class SeverityScheme {

    private static final String RIGHTS = "rights";

    private final SeverityFile file;
    private final PhraseSets phrases;

    SeverityScheme(SeverityFile file) {
        this.file = file;
        Map<String, List<String>> sets = new LinkedHashMap<>();
        file.raises().forEach(raise -> sets.put(raise.id(), raise.phrases()));
        file.lowers().forEach(lower -> sets.put(lower.id(), lower.phrases()));
        sets.put(RIGHTS, file.rights());
        this.phrases = PhraseSets.of(sets);
    }

    /**
     * How bad a clause is, and why.
     *
     * @param reasons stable codes, what decided last: where its worst type starts, the words that moved it, what an edit took away
     */
    record Rated(Severity severity, List<String> reasons) {}

    /** The severity of a clause; nothing without a type. */
    Optional<Rated> of(Collection<String> types, Edit edit) {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        boolean removed = edit.after().size() == 0;
        if (removed && file.burdens().containsAll(types)) {
            return Optional.of(new Rated(Severity.LOW, List.of("burden-gone")));
        }
        Set<String> found = phrases.in(text(removed ? edit.before() : edit.after()));
        Rated worst = types.stream()
                .map(type -> rate(type, found, removed))
                .max(Comparator.comparing(Rated::severity))
                .orElseThrow();
        return Optional.of(takesRightAway(edit) ? worse(worst) : worst);
    }

    private Rated rate(String type, Set<String> found, boolean removed) {
        // A promise that is taken away no longer softens anything.
        List<String> lowers = applying(file.lowers(), type, found);
        if (!lowers.isEmpty() && !removed) {
            return new Rated(Severity.LOW, lowers);
        }
        List<String> raises = applying(file.raises(), type, found);
        if (!raises.isEmpty()) {
            return new Rated(Severity.HIGH, raises);
        }
        Severity start = file.high().contains(type)
                ? Severity.HIGH
                : file.medium().contains(type) ? Severity.MEDIUM : Severity.LOW;
        return new Rated(start, List.of(type + "-is-" + start.name().toLowerCase(Locale.ROOT)));
    }

    private static List<String> applying(List<SeverityFile.Qualifier> qualifiers, String type, Set<String> found) {
        return qualifiers.stream()
                .filter(qualifier -> qualifier.types().contains(type) && found.contains(qualifier.id()))
                .map(SeverityFile.Qualifier::id)
                .toList();
    }

    private boolean takesRightAway(Edit edit) {
        return phrases.in(words(edit.deleted())).contains(RIGHTS)
                && !phrases.in(words(edit.inserted())).contains(RIGHTS);
    }

    private static Rated worse(Rated rated) {
        List<String> reasons = new ArrayList<>(rated.reasons());
        reasons.add("right-gone");
        return new Rated(rated.severity() == Severity.LOW ? Severity.MEDIUM : Severity.HIGH, List.copyOf(reasons));
    }

    private static String text(Wording wording) {
        return wording.quote();
    }

    private static String words(List<Wording.Token> tokens) {
        return tokens.stream().map(Wording.Token::printed).collect(Collectors.joining(" "));
    }
}
