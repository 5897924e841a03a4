package dev.clausewatch.classifier.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules of a user's own, from a folder of files like the shipped ones, one a type: its rules are added to those of the type, and one of
 * the same id takes the place of a shipped one. Bounded, so that no folder can keep the service busy.
 */
final class CustomRules {

    private static final int MOST_FILES = 100;
    private static final long LARGEST_FILE = 256 * 1024;
    private static final int MOST_RULES = 200;
    private static final int MOST_PHRASES = 2_000;
    private static final int LONGEST_PHRASE = 300;

    private CustomRules() {}

    /**
     * The files of a folder by their types.
     *
     * @throws IllegalStateException if one cannot be used; the message names file, entry, reason and remedy
     */
    static Map<String, RuleFile> read(
            Path folder, DataFiles files, Collection<String> types, RuleFile.Vocabulary vocabulary) {
        Map<String, RuleFile> own = new LinkedHashMap<>();
        for (Path path : paths(folder)) {
            RuleFile file = files.read(path, new TypeReference<>() {});
            check(path, file, types, vocabulary);
            if (own.put(file.type(), file) != null) {
                throw new IllegalStateException(
                        path + ": there is another file for " + file.type() + ". Put all its rules into one.");
            }
        }
        return own;
    }

    private static List<Path> paths(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "There is no folder of rules " + folder + ". Make it, or leave the setting RULES_DIR empty.");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> paths = all.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (paths.size() > MOST_FILES) {
                throw new IllegalStateException(
                        folder + " has more than " + MOST_FILES + " files of rules. Take some out.");
            }
            for (Path path : paths) {
                if (Files.size(path) > LARGEST_FILE) {
                    throw new IllegalStateException(
                            path + " has more than " + LARGEST_FILE + " bytes. Make it shorter.");
                }
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path path, RuleFile file, Collection<String> types, RuleFile.Vocabulary vocabulary) {
        if (file.type() == null || !types.contains(file.type())) {
            throw new IllegalStateException(
                    path + ": type is " + file.type() + ", which the taxonomy does not have. Use one of its ids.");
        }
        if (file.rules() == null || file.rules().isEmpty() || file.rules().size() > MOST_RULES) {
            throw new IllegalStateException(path + ": rules has to have 1 to " + MOST_RULES + " entries.");
        }
        if (file.examples() == null
                || file.examples().match() == null
                || file.examples().reject() == null) {
            throw new IllegalStateException(path
                    + ": examples is missing. Add texts under match and reject, so that the rules can be checked.");
        }
        List<String> phrases = phrases(file);
        phrases.stream()
                .filter(phrase -> phrase.length() > LONGEST_PHRASE)
                .findFirst()
                .ifPresent(phrase -> {
                    throw new IllegalStateException(path + ": a phrase has more than " + LONGEST_PHRASE + " letters: "
                            + phrase.substring(0, LONGEST_PHRASE));
                });
        if (phrases.size() > MOST_PHRASES) {
            throw new IllegalStateException(
                    path + ": there are more than " + MOST_PHRASES + " phrases. Take some out.");
        }
        try {
            TypeRules unused = TypeRules.compile(file, vocabulary.phrases(), new PhraseIndex(vocabulary.words()));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IllegalStateException(path + ": " + e.getMessage() + ". The notation is in rules/README.md.", e);
        }
    }

    private static List<String> phrases(RuleFile file) {
        List<String> phrases = new ArrayList<>(orEmpty(file.not()));
        List<RuleFile.Spec> rules = new ArrayList<>(file.rules());
        rules.addAll(orEmpty(file.vetoes()));
        for (RuleFile.Spec rule : rules) {
            phrases.addAll(orEmpty(rule.any()));
            orEmpty(rule.all()).forEach(phrases::addAll);
            phrases.addAll(orEmpty(rule.not()));
            phrases.addAll(orEmpty(rule.heading()));
            phrases.addAll(orEmpty(rule.notHeading()));
        }
        return phrases;
    }

    /** The shipped rules of a type with a user's own. */
    static RuleFile merged(RuleFile shipped, @Nullable RuleFile own) {
        if (own == null) {
            return shipped;
        }
        List<String> not = new ArrayList<>(orEmpty(shipped.not()));
        not.addAll(orEmpty(own.not()));
        return new RuleFile(
                shipped.type(),
                shipped.version(),
                shipped.specificity(),
                shipped.yieldsTo(),
                not,
                merged(shipped.rules(), own.rules()),
                merged(orEmpty(shipped.vetoes()), orEmpty(own.vetoes())),
                Objects.requireNonNull(own.examples()));
    }

    private static List<RuleFile.Spec> merged(List<RuleFile.Spec> shipped, List<RuleFile.Spec> own) {
        Set<String> replaced = own.stream().map(RuleFile.Spec::id).collect(Collectors.toSet());
        return Stream.concat(shipped.stream().filter(rule -> !replaced.contains(rule.id())), own.stream())
                .toList();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
