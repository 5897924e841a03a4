package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Severity of a difference for those bound: how much hangs on the words that changed, whether for worse or for better. It starts where its
 * worst type starts, and words among those that came or went move it.
 */
final class SeverityScheme {

    private final SeverityFile file;
    private final PhraseSets phrases;
    private final SeverityReasons reasons;

    SeverityScheme(SeverityFile file, Register register) {
        this.file = file;
        this.reasons = new SeverityReasons(register);
        Map<String, List<String>> sets = new LinkedHashMap<>();
        file.raises().forEach(raise -> sets.put(raise.id(), raise.phrases()));
        file.lowers().forEach(lower -> sets.put(lower.id(), lower.phrases()));
        file.lost().forEach(lost -> sets.put(lost.id(), lost.phrases()));
        this.phrases = PhraseSets.of(sets);
    }

    /**
     * How much hangs on a difference, and why.
     *
     * @param reasons sentences with the words they rest on
     */
    record Rated(Severity severity, List<String> reasons) {}

    /**
     * The severity of a difference.
     *
     * @param types those of the difference
     * @param direction absent where it is not clear
     */
    Rated of(List<ProvisionType> types, Edit edit, Materiality materiality, @Nullable Direction direction) {
        if (types.isEmpty()) {
            return new Rated(
                    Severity.LOW, List.of("The words that changed concern no kind of clause that matters in law."));
        }
        if (materiality != Materiality.MATERIAL) {
            return new Rated(Severity.LOW, List.of("The words that changed leave the substance as it was."));
        }
        Changed changed = changed(edit);
        Rated worst = types.stream()
                .map(type -> rate(type, changed, edit))
                .max(Comparator.comparing(Rated::severity))
                .orElseThrow();
        return direction == Direction.NEUTRAL && worst.severity() != Severity.HIGH
                ? new Rated(
                        Severity.LOW, List.of("The words that changed make nothing worse or better for those bound."))
                : worst;
    }

    /**
     * The direction that words of the scheme decide by themselves, with the reason; nothing where none came or went.
     *
     * @param types those of the difference
     */
    Optional<DifferenceReader.Judged> direction(List<ProvisionType> types, Edit edit) {
        Changed changed = changed(edit);
        List<String> worse = new ArrayList<>();
        List<String> better = new ArrayList<>();
        for (ProvisionType type : types) {
            worse.addAll(applying(file.lost(), type.id(), changed.gone(), SeverityFile.Qualifier::reason));
            worse.addAll(applying(file.raises(), type.id(), changed.come(), SeverityFile.Qualifier::reason));
            better.addAll(applying(file.lost(), type.id(), changed.come(), SeverityFile.Qualifier::otherwise));
            better.addAll(applying(file.raises(), type.id(), changed.gone(), SeverityFile.Qualifier::otherwise));
        }
        if (worse.isEmpty() && better.isEmpty()) {
            return Optional.empty();
        }
        Direction direction = worse.isEmpty() ? Direction.BETTER : better.isEmpty() ? Direction.WORSE : Direction.MIXED;
        return Optional.of(new DifferenceReader.Judged(direction, (worse.isEmpty() ? better : worse).getFirst()));
    }

    /**
     * Kinds of words with the words.
     *
     * @param gone in sentences that had them and have them no more
     * @param come in sentences that have them and had them not
     * @param all those, and all among the words that changed
     */
    private record Changed(Map<String, String> gone, Map<String, String> come, Map<String, String> all) {}

    private Changed changed(Edit edit) {
        Map<String, String> before = phrases.quotes(edit.touchedBefore());
        Map<String, String> after = phrases.quotes(edit.touchedAfter());
        Map<String, String> gone = without(before, after);
        Map<String, String> come = without(after, before);
        Map<String, String> all = new LinkedHashMap<>(gone);
        all.putAll(come);
        all.putAll(phrases.quotes(words(edit.deleted())));
        all.putAll(phrases.quotes(words(edit.inserted())));
        return new Changed(gone, come, all);
    }

    private static Map<String, String> without(Map<String, String> found, Map<String, String> there) {
        Map<String, String> only = new LinkedHashMap<>(found);
        only.keySet().removeAll(there.keySet());
        return only;
    }

    private Rated rate(ProvisionType type, Changed changed, Edit edit) {
        List<String> lost = applying(file.lost(), type.id(), changed.gone(), SeverityFile.Qualifier::reason);
        if (!lost.isEmpty()) {
            return new Rated(Severity.HIGH, lost);
        }
        List<String> lowers = applying(file.lowers(), type.id(), changed.all(), SeverityFile.Qualifier::reason);
        if (!lowers.isEmpty()) {
            return new Rated(Severity.LOW, lowers);
        }
        List<String> raises = applying(file.raises(), type.id(), changed.all(), SeverityFile.Qualifier::reason);
        if (!raises.isEmpty()) {
            return new Rated(Severity.HIGH, raises);
        }
        Severity start = file.high().contains(type.id())
                ? Severity.HIGH
                : file.medium().contains(type.id()) ? Severity.MEDIUM : Severity.LOW;
        return new Rated(start, List.of(reasons.start(type, start, edit)));
    }

    private static List<String> applying(
            List<SeverityFile.Qualifier> qualifiers,
            String type,
            Map<String, String> found,
            Function<SeverityFile.Qualifier, @Nullable String> told) {
        List<String> sentences = new ArrayList<>();
        for (SeverityFile.Qualifier qualifier : qualifiers) {
            String words = found.get(qualifier.id());
            String sentence = told.apply(qualifier);
            if (words != null && sentence != null && qualifier.types().contains(type)) {
                sentences.add(SeverityReasons.quoting(sentence, words));
            }
        }
        return List.copyOf(sentences);
    }

    private static String words(List<TokenizedText.Token> tokens) {
        return tokens.stream().map(TokenizedText.Token::printed).collect(Collectors.joining(" "));
    }
}
