package dev.clausewatch.filter;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.TouchedProvision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change as filters see it. Not thread-safe: the words of its provisions are read when a filter first asks for them. */
public final class ChangeFacts {

    private final DocumentRef document;
    private final ChangeKind kind;
    private final List<ProvisionFacts> provisions;
    private final ChangedText text;

    private ChangeFacts(DocumentRef document, ChangeKind kind, List<ProvisionFacts> provisions, ChangedText text) {
        this.document = document;
        this.kind = kind;
        this.provisions = provisions;
        this.text = text;
    }

    /** Of an event. */
    public static ChangeFacts of(ChangeClassified classified) {
        Map<String, TouchedProvision> touched = classified.change().touched().stream()
                .collect(
                        Collectors.toMap(TouchedProvision::provisionId, Function.identity(), (first, second) -> first));
        List<ProvisionFacts> provisions = new ArrayList<>();
        List<@Nullable TouchedProvision> texts = new ArrayList<>();
        for (ClassifiedProvision provision : classified.provisions()) {
            TouchedProvision change = touched.get(provision.provisionId());
            provisions.add(ProvisionFacts.of(provision, change == null ? List.of() : change.from()));
            texts.add(change);
        }
        return new ChangeFacts(
                classified.document(),
                classified.change().verdict().kind(),
                List.copyOf(provisions),
                new ChangedText(texts));
    }

    /** The document. */
    DocumentRef document() {
        return document;
    }

    /** What the change is. */
    ChangeKind kind() {
        return kind;
    }

    /** What a filter may ask of the provisions it touched, without their words. */
    public List<ProvisionFacts> facts() {
        return provisions;
    }

    /** Their words, in the same order. */
    ChangedText text() {
        return text;
    }
}
