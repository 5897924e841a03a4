package dev.clausewatch.classifier.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.RegisterPublished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of all types: a provision in, what they find in it out, surest evidence first. Linear in the length of the provision; immutable and
 * thread-safe; the same provision always gives the same answer.
 */
public final class RuleSet {

    /** A provision has at most so many types. */
    public static final int MAX_TYPES = 3;

    /** A type needs this confidence. */
    private static final double THRESHOLD = 0.5;

    private static final Comparator<TypeRules.Found> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    TypeRules.Found::specificity)
            .thenComparingDouble(TypeRules.Found::confidence)
            .reversed()
            .thenComparing(TypeRules.Found::type);

    private final PhraseIndex index;
    private final PhraseMatcher matcher;
    private final List<TypeRules> types;

    private RuleSet(PhraseIndex index, List<TypeRules> types) {
        this.index = index;
        this.matcher = index.matcher();
        this.types = types;
    }

    /** The shipped rules: one file for every type of the register. */
    public static RuleSet read(DataFiles files, Register register) {
        return read(files, register, null);
    }

    /**
     * The shipped rules and a user's own.
     *
     * @param own the folder of the latter, one file a type; absent for none
     * @throws IllegalStateException if a file of the folder cannot be used; the message names it, the reason and the remedy
     */
    public static RuleSet read(DataFiles files, Register register, @Nullable Path own) {
        RuleFile.Vocabulary vocabulary = files.read("/rules/vocabulary.yaml", new TypeReference<>() {});
        List<String> types =
                register.types().stream().map(RegisterPublished.Type::id).toList();
        Map<String, RuleFile> added = own == null ? Map.of() : CustomRules.read(own, files, types, vocabulary);
        return of(
                vocabulary,
                types.stream()
                        .map(type -> CustomRules.merged(readFile(files, type), added.get(type)))
                        .toList());
    }

    /**
     * The examples of a user's rules that they do not keep, each as a sentence; empty when all hold.
     *
     * @throws IllegalStateException as {@link #read}
     */
    public static List<String> brokenExamples(DataFiles files, Register register, Path own) {
        RuleSet rules = read(files, register, own);
        List<String> types =
                register.types().stream().map(RegisterPublished.Type::id).toList();
        RuleFile.Vocabulary vocabulary = files.read("/rules/vocabulary.yaml", new TypeReference<>() {});
        List<String> broken = new ArrayList<>();
        CustomRules.read(own, files, types, vocabulary).forEach((type, file) -> {
            file.examples().match().stream()
                    .filter(text -> !rules.gives(type, text))
                    .forEach(text -> broken.add(type + " is not found in: " + text));
            file.examples().reject().stream()
                    .filter(text -> rules.gives(type, text))
                    .forEach(text -> broken.add(type + " is found in: " + text));
        });
        return List.copyOf(broken);
    }

    private boolean gives(String type, String text) {
        return read(new ProvisionInput("Terms of Service", List.of(), null, text))
                .gives(type);
    }

    static RuleFile readFile(DataFiles files, String type) {
        RuleFile file = files.read("/rules/" + type + ".yaml", new TypeReference<>() {});
        if (!file.type().equals(type)) {
            throw new IllegalStateException("rules/" + type + ".yaml is about " + file.type());
        }
        return file;
    }

    static RuleSet of(RuleFile.Vocabulary vocabulary, List<RuleFile> files) {
        PhraseIndex index = new PhraseIndex(vocabulary.words());
        List<TypeRules> types = files.stream()
                .map(file -> TypeRules.compile(file, vocabulary.phrases(), index))
                .toList();
        return new RuleSet(index, types);
    }

    /** What the rules say of a provision. */
    public RuleResult read(ProvisionInput provision) {
        return read(provision, Words.of(provision));
    }

    /**
     * The same for a caller who has the words.
     *
     * @param words {@link Words#of(ProvisionInput)}
     */
    public RuleResult read(ProvisionInput provision, List<Words.Word> words) {
        PhraseMatches reading = PhraseMatches.of(provision, words, matcher);
        List<TypeRules.Found> found = types.stream()
                .map(type -> type.find(reading))
                .filter(Objects::nonNull)
                .toList();
        List<TypeRules.Found> sure =
                found.stream().filter(type -> type.confidence() >= THRESHOLD).toList();
        List<RuleResult.Finding> decided = sure.stream()
                .filter(type -> sure.stream().noneMatch(other -> type.rules().yieldsTo(other, type.confidence())))
                .sorted(MOST_SPECIFIC_FIRST)
                .limit(MAX_TYPES)
                .map(TypeRules.Found::finding)
                .toList();
        List<RuleResult.Finding> certain = found.stream()
                .filter(TypeRules.Found::isCertain)
                .map(TypeRules.Found::finding)
                .toList();
        Set<String> vetoed = types.stream()
                .filter(type -> type.isVetoed(reading))
                .map(TypeRules::type)
                .collect(Collectors.toSet());
        return new RuleResult(
                found.stream().map(TypeRules.Found::finding).toList(),
                decided,
                certain,
                vetoed,
                index.sources(reading.hits().phrases()));
    }
}
