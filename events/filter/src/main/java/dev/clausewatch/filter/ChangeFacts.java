package dev.clausewatch.filter;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A change as filters see it. Not thread-safe: the words of a provision are read when a filter first asks for them.
 *
 * @param document the document
 * @param kind what the change is
 * @param provisions what it touched
 */
public record ChangeFacts(DocumentRef document, ChangeKind kind, List<Touched> provisions) {

    public ChangeFacts {
        provisions = List.copyOf(provisions);
    }

    /** A provision that was touched, with the words that changed. */
    public record Touched(ProvisionFacts facts, ChangedText text) {}

    /** Of an event. */
    public static ChangeFacts of(ChangeClassified classified) {
        Map<String, TouchedProvision> touched = classified.change().touched().stream()
                .collect(
                        Collectors.toMap(TouchedProvision::provisionId, Function.identity(), (first, second) -> first));
        return new ChangeFacts(
                classified.document(),
                classified.change().verdict().kind(),
                classified.provisions().stream()
                        .map(provision -> {
                            TouchedProvision change = touched.get(provision.provisionId());
                            return new Touched(
                                    ProvisionFacts.of(provision, change == null ? List.of() : change.from()),
                                    change == null ? ChangedText.NONE : new ChangedText(change));
                        })
                        .toList());
    }

    /** What a filter may ask of the provisions, without their words. */
    public List<ProvisionFacts> facts() {
        return provisions.stream().map(Touched::facts).toList();
    }
}
