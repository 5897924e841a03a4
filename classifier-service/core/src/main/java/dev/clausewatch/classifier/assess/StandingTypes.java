package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The types of a touched provision, from those of its two texts. */
final class StandingTypes {

    private StandingTypes() {}

    /** What a reader, built in or not, finds in a text. */
    interface Reading {

        List<ProvisionType> types(ProvisionText text, Side side);
    }

    /** The types of the clause as it stands, and those of its old words that an edit took away; at most three. */
    static List<ProvisionType> of(TouchedProvision touched, Edit edit, Reading reading) {
        ProvisionText after = touched.after();
        ProvisionText before = touched.before();
        if (after == null) {
            return before == null ? List.of() : reading.types(before, Side.BEFORE);
        }
        List<ProvisionType> types = new ArrayList<>(reading.types(after, Side.AFTER));
        if (before != null && !edit.deleted().isEmpty()) {
            reading.types(before, Side.BEFORE).stream()
                    .filter(old -> types.stream().noneMatch(type -> type.id().equals(old.id())))
                    .filter(old -> touches(old, edit.deleted()))
                    .forEach(types::add);
        }
        return types.size() <= RuleSet.MAX_TYPES ? List.copyOf(types) : mostTouched(types, edit);
    }

    /** Whether the words that a type rests on came or went. */
    static boolean touches(ProvisionType type, Edit edit) {
        return touches(type, isBefore(type) ? edit.deleted() : edit.inserted());
    }

    /** Too many: those whose own words the edit touched come first. */
    private static List<ProvisionType> mostTouched(List<ProvisionType> types, Edit edit) {
        return types.stream()
                .sorted(Comparator.comparing(type -> !touches(type, edit)))
                .limit(RuleSet.MAX_TYPES)
                .toList();
    }

    private static boolean isBefore(ProvisionType type) {
        return type.evidence().stream().anyMatch(span -> span.side() == Side.BEFORE);
    }

    private static boolean touches(ProvisionType type, List<TokenizedText.Token> changed) {
        return type.evidence().stream().anyMatch(span -> changed.stream().anyMatch(token -> overlaps(span, token)));
    }

    private static boolean overlaps(EvidenceSpan span, TokenizedText.Token token) {
        return token.start() < span.end() && span.start() < token.end();
    }
}
