package dev.clausewatch.classifier.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.RegisterPublished;
import java.util.Comparator;
import java.util.List;

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
    private final List<TypeRules> types;

    private RuleSet(PhraseIndex index, List<TypeRules> types) {
        this.index = index;
        this.types = types;
    }

    /** The shipped rules: one file for every type of the register. */
    public static RuleSet read(DataFiles files, Register register) {
        RuleFile.Vocabulary vocabulary = files.read("/rules/vocabulary.yaml", new TypeReference<>() {});
        return of(
                vocabulary,
                register.types().stream()
                        .map(RegisterPublished.Type::id)
                        .map(type -> readFile(files, type))
                        .toList());
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
        return new RuleSet(
                index,
                files.stream()
                        .map(file -> TypeRules.compile(file, vocabulary.phrases(), index))
                        .toList());
    }

    /** What the rules say of a provision. */
    public RuleReading read(ProvisionInput provision) {
        Reading reading = Reading.of(provision, index);
        List<TypeRules.Found> found = types.stream()
                .map(type -> type.find(reading))
                .flatMap(java.util.Optional::stream)
                .toList();
        List<TypeRules.Found> sure =
                found.stream().filter(type -> type.confidence() >= THRESHOLD).toList();
        List<RuleReading.Finding> decided = sure.stream()
                .filter(type -> sure.stream().noneMatch(other -> type.rules().yieldsTo(other, type.confidence())))
                .sorted(MOST_SPECIFIC_FIRST)
                .limit(MAX_TYPES)
                .map(TypeRules.Found::finding)
                .toList();
        return new RuleReading(found.stream().map(TypeRules.Found::finding).toList(), decided);
    }

    /** How specific the rules of a type say that it is, 1 to 3. */
    public int specificity(String type) {
        return types.stream()
                .filter(rules -> rules.type().equals(type))
                .findFirst()
                .orElseThrow()
                .specificity();
    }
}
