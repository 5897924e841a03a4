package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.events.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The severity of a clause; nothing without a type. */
    Optional<Severity> of(Collection<String> types, Edit edit) {
        if (types.isEmpty()) {
            return Optional.empty();
        }
        boolean removed = edit.after().size() == 0;
        if (removed && file.burdens().containsAll(types)) {
            return Optional.of(Severity.LOW);
        }
        Set<String> found = phrases.in(text(removed ? edit.before() : edit.after()));
        Severity worst = types.stream()
                .map(type -> start(type, found, removed))
                .max(Severity::compareTo)
                .orElseThrow();
        return Optional.of(takesRightAway(edit) ? worse(worst) : worst);
    }

    private Severity start(String type, Set<String> found, boolean removed) {
        // A promise that is taken away no longer softens anything.
        if (applies(file.lowers(), type, found) && !removed) {
            return Severity.LOW;
        }
        if (applies(file.raises(), type, found)) {
            return Severity.HIGH;
        }
        return file.high().contains(type)
                ? Severity.HIGH
                : file.medium().contains(type) ? Severity.MEDIUM : Severity.LOW;
    }

    private static boolean applies(List<SeverityFile.Qualifier> qualifiers, String type, Set<String> found) {
        return qualifiers.stream()
                .anyMatch(qualifier -> qualifier.types().contains(type) && found.contains(qualifier.id()));
    }

    private boolean takesRightAway(Edit edit) {
        return phrases.in(words(edit.deleted())).contains(RIGHTS)
                && !phrases.in(words(edit.inserted())).contains(RIGHTS);
    }

    private static Severity worse(Severity severity) {
        return severity == Severity.LOW ? Severity.MEDIUM : Severity.HIGH;
    }

    private static String text(Wording wording) {
        return wording.quote();
    }

    private static String words(List<Wording.Token> tokens) {
        return tokens.stream().map(Wording.Token::printed).collect(Collectors.joining(" "));
    }
}
