package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.DifferenceOpinion;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Severity of a difference for those bound: how much hangs on the words that changed, whether for worse or for better. It starts where its
 * worst type starts, and words among those that came or went move it.
 */
final class SeverityScheme {

    /** The words of {@code lost} that are a promise. */
    private static final String PROMISE = "promise";

    /** The words of {@code lost} that are a choice, and those that say that there is none. */
    private static final String CHOICE = "choice";

    private static final String NO_CHOICE = "no-choice";

    private final SeverityFile file;
    private final PhraseSets phrases;
    private final SeverityReasons reasons;

    SeverityScheme(SeverityFile file, Register register) {
        this.file = file;
        this.reasons = new SeverityReasons(register);
        Map<String, List<String>> sets = new LinkedHashMap<>();
        file.raises().forEach(raise -> sets.put(raise.id(), raise.phrases()));
        file.lowers().forEach(lower -> sets.put(lower.id(), lower.phrases()));
        file.worsens().forEach(worsen -> sets.put(worsen.id(), worsen.phrases()));
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
     * The same with the encoder's opinion, which decides how much hangs on a difference that matters, but for types that are always
     * high and promises that are lost, and does not call low what words of the scheme make high. Reasons that point elsewhere are left out.
     */
    Rated of(
            List<ProvisionType> types,
            Edit edit,
            Materiality materiality,
            @Nullable Direction direction,
            @Nullable DifferenceOpinion opinion) {
        Rated byWords = of(types, edit, materiality, direction);
        if (opinion == null || types.isEmpty() || materiality != Materiality.MATERIAL) {
            return byWords;
        }
        Severity severity = direction == Direction.NEUTRAL ? Severity.LOW : opinion.severity();
        if (byWords.severity() == Severity.HIGH) {
            Map<String, String> gone = changed(edit).gone();
            boolean alwaysHigh = types.stream()
                    .map(ProvisionType::id)
                    .anyMatch(type -> file.high().contains(type)
                            || !applying(file.lost(), type, gone, SeverityFile.Qualifier::reason)
                                    .isEmpty());
            severity = alwaysHigh ? Severity.HIGH : severity == Severity.LOW ? Severity.MEDIUM : severity;
        }
        return severity == byWords.severity()
                ? byWords
                : new Rated(
                        severity,
                        List.of("Changes like this one were rated %s by those who read them."
                                .formatted(severity.name().toLowerCase(Locale.ROOT))));
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
            worse.addAll(applying(file.worsens(), "", changed.come(), SeverityFile.Qualifier::reason));
            better.addAll(applying(file.worsens(), "", changed.gone(), SeverityFile.Qualifier::otherwise));
        }
        if (worse.isEmpty() && better.isEmpty()) {
            return Optional.empty();
        }
        Direction direction = worse.isEmpty() ? Direction.BETTER : better.isEmpty() ? Direction.WORSE : Direction.MIXED;
        return Optional.of(new DifferenceReader.Judged(direction, (worse.isEmpty() ? better : worse).getFirst()));
    }

    /**
     * Kinds of words that went or came, with the words: out of or into a sentence, or among the words that changed.
     *
     * @param gone without those that make a difference high, where a promise not to do it went with them
     * @param come the same of those that came
     */
    private record Changed(Map<String, String> gone, Map<String, String> come) {}

    private Changed changed(Edit edit) {
        Map<String, String> before = quotes(edit.touchedBefore());
        Map<String, String> after = quotes(edit.touchedAfter());
        Map<String, String> deleted = quotes(edit.deletedWords());
        Map<String, String> inserted = quotes(edit.insertedWords());
        return new Changed(
                withoutForbidden(both(without(before, after), without(deleted, inserted))),
                withoutForbidden(both(without(after, before), without(inserted, deleted))));
    }

    /** "You cannot opt out" names a choice that nobody has. */
    private Map<String, String> quotes(String text) {
        Map<String, String> quotes = phrases.quotes(text);
        if (quotes.containsKey(NO_CHOICE)) {
            quotes.remove(CHOICE);
        }
        return quotes;
    }

    /** What a promise says is not done raises nothing: "your inputs are not used to train" does not allow training. */
    private Map<String, String> withoutForbidden(Map<String, String> found) {
        if (found.containsKey(PROMISE)) {
            file.raises().forEach(raise -> found.remove(raise.id()));
        }
        return found;
    }

    private static Map<String, String> both(Map<String, String> first, Map<String, String> second) {
        Map<String, String> both = new LinkedHashMap<>(second);
        both.putAll(first);
        return both;
    }

    private static Map<String, String> without(Map<String, String> found, Map<String, String> there) {
        Map<String, String> only = new LinkedHashMap<>(found);
        only.keySet().removeAll(there.keySet());
        return only;
    }

    private Rated rate(ProvisionType type, Changed changed, Edit edit) {
        List<String> high = new ArrayList<>();
        high.addAll(applying(file.lost(), type.id(), changed.gone(), SeverityFile.Qualifier::reason));
        high.addAll(applying(file.raises(), type.id(), changed.come(), SeverityFile.Qualifier::reason));
        high.addAll(applying(file.raises(), type.id(), changed.gone(), SeverityFile.Qualifier::otherwise));
        if (!high.isEmpty()) {
            return new Rated(Severity.HIGH, List.copyOf(high));
        }
        List<String> lowers = applying(file.lowers(), type.id(), changed.come(), SeverityFile.Qualifier::reason);
        if (!lowers.isEmpty()) {
            return new Rated(Severity.LOW, lowers);
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
            if (words != null && sentence != null && qualifier.concerns(type)) {
                sentences.add(SeverityReasons.quoting(sentence, words));
            }
        }
        return List.copyOf(sentences);
    }
}
