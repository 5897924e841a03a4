package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.MachineReading;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the detail of a classification that would exceed the event size limit. What was decided (types, areas, materiality, severity,
 * whether it alerts) and the list of provisions always stay; of more than some ten thousand touched provisions the first are listed.
 */
final class ClassificationSizeLimit {

    /** JSON writes a character with at most six. */
    private static final int BYTES_PER_CHARACTER = 6;

    private ClassificationSizeLimit() {}

    /**
     * The answer itself, or with less detail: first with one span of evidence for each type, then without the sentences of single
     * provisions and what is told of them, then without word diffs, then without the headings and introductions of touched provisions, then without their texts.
     */
    static ChangeClassified fit(ChangeClassified answer, int limit) {
        List<UnaryOperator<ChangeClassified>> savings = List.of(
                ClassificationSizeLimit::withOneSpan,
                ClassificationSizeLimit::withoutSentences,
                ClassificationSizeLimit::withoutDiffs,
                ClassificationSizeLimit::withoutHeadings,
                ClassificationSizeLimit::withoutTexts);
        ChangeClassified fitting = answer;
        for (UnaryOperator<ChangeClassified> saving : savings) {
            // A text of a few kilobytes cannot fill an event; measuring means writing it.
            if (mayBeLarge(fitting, limit) && EventCodec.write(fitting).length > limit) {
                fitting = saving.apply(fitting);
            }
        }
        while (mayBeLarge(fitting, limit)
                && fitting.provisions().size() > 1
                && EventCodec.write(fitting).length > limit) {
            fitting = withHalf(fitting);
        }
        return fitting;
    }

    /** The first half of the touched provisions; what was decided of all of them stays. */
    private static ChangeClassified withHalf(ChangeClassified answer) {
        int half = answer.provisions().size() / 2;
        ChangeDetected fewer =
                answer.change().withTouched(answer.change().touched().subList(0, half));
        return answer.withChange(fewer).withProvisions(answer.provisions().subList(0, half));
    }

    private static boolean mayBeLarge(ChangeClassified answer, int limit) {
        long estimate = 20_000L
                + (long) BYTES_PER_CHARACTER * answer.meaning().summary().length();
        estimate += 1_600L * answer.change().provisions().size();
        for (TouchedProvision touched : answer.change().touched()) {
            estimate += 8_000 + 140L * touched.diff().size() + length(touched.before()) + length(touched.after());
        }
        for (ClassifiedProvision provision : answer.provisions()) {
            estimate +=
                    4_000 + (long) BYTES_PER_CHARACTER * provision.sentence().length();
            estimate += length(provision.types());
            Difference difference = provision.difference();
            estimate += difference == null || difference.analysis() == null
                    ? 0
                    : BYTES_PER_CHARACTER
                            * difference.analysis().stream()
                                    .mapToLong(String::length)
                                    .sum();
            MachineReading reading = provision.machineReading();
            if (reading != null) {
                estimate += 1_000 + length(reading.types()) + length(reading.builtIn());
            }
        }
        return estimate > limit / 2;
    }

    private static long length(List<ProvisionType> types) {
        return types.stream().mapToLong(type -> 200L * type.evidence().size()).sum();
    }

    private static long length(@Nullable ProvisionText text) {
        return text == null ? 0 : (long) BYTES_PER_CHARACTER * text.text().length();
    }

    private static ChangeClassified withOneSpan(ChangeClassified answer) {
        return withSpans(answer, 1);
    }

    private static ChangeClassified withSpans(ChangeClassified answer, int most) {
        return reduced(
                answer,
                provision -> provision.mapTypes(
                        type -> new ProvisionType(type.id(), type.confidence(), first(type.evidence(), most))));
    }

    private static List<EvidenceSpan> first(List<EvidenceSpan> spans, int most) {
        return spans.subList(0, Math.min(most, spans.size()));
    }

    private static ChangeClassified withoutSentences(ChangeClassified answer) {
        return reduced(answer, provision -> {
            Difference difference = provision.difference();
            return provision
                    .withSentence("")
                    .withDifference(difference == null ? null : difference.telling(null, null));
        });
    }

    private static ChangeClassified withoutDiffs(ChangeClassified answer) {
        return withTouched(answer, TouchedProvision::withoutDiff);
    }

    private static ChangeClassified withoutHeadings(ChangeClassified answer) {
        return withTouched(answer, TouchedProvision::withoutHeadings);
    }

    /** The last resort; spans without their text say nothing. */
    private static ChangeClassified withoutTexts(ChangeClassified answer) {
        return withTouched(withSpans(answer, 0), TouchedProvision::withoutTexts);
    }

    private static ChangeClassified reduced(ChangeClassified answer, UnaryOperator<ClassifiedProvision> reduce) {
        return answer.withProvisions(answer.provisions().stream().map(reduce).toList());
    }

    private static ChangeClassified withTouched(ChangeClassified answer, UnaryOperator<TouchedProvision> reduce) {
        ChangeDetected change = answer.change();
        return answer.withChange(
                change.withTouched(change.touched().stream().map(reduce).toList()));
    }
}
