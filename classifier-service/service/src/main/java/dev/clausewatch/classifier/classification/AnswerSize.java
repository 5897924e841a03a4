package dev.clausewatch.classifier.classification;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.events.EvidenceSpan;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.ProvisionType;
import dev.clausewatch.events.TouchedProvision;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answer to an enormous change within what an event may have: a coarser answer is better than none. What was decided (types,
 * areas, materiality, severity, whether it alerts) and the list of provisions always stay; of more than some ten thousand touched
 * provisions the first are listed.
 */
final class AnswerSize {

    /** JSON writes a character with at most six. */
    private static final int BYTES_PER_CHARACTER = 6;

    private AnswerSize() {}

    /**
     * The answer itself, or with less detail: first with one span of evidence for each type, then without the sentences of single
     * provisions, then without word diffs, then without the headings and introductions of touched provisions, then without their texts.
     */
    static ChangeClassified fit(ChangeClassified answer, int limit) {
        List<UnaryOperator<ChangeClassified>> savings = List.of(
                AnswerSize::withOneSpan,
                AnswerSize::withoutSentences,
                AnswerSize::withoutDiffs,
                AnswerSize::withoutHeadings,
                AnswerSize::withoutTexts);
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
                withTouched(answer.change(), answer.change().touched().subList(0, half));
        return with(answer, fewer, answer.provisions().subList(0, half));
    }

    private static boolean mayBeLarge(ChangeClassified answer, int limit) {
        long estimate = 20_000L + (long) BYTES_PER_CHARACTER * answer.summary().length();
        estimate += 1_600L * answer.change().provisions().size();
        for (TouchedProvision touched : answer.change().touched()) {
            estimate += 8_000 + 140L * touched.diff().size() + length(touched.before()) + length(touched.after());
        }
        for (ClassifiedProvision provision : answer.provisions()) {
            estimate +=
                    4_000 + (long) BYTES_PER_CHARACTER * provision.sentence().length();
            for (ProvisionType type : provision.types()) {
                estimate += 200L * type.evidence().size();
            }
        }
        return estimate > limit / 2;
    }

    private static long length(@Nullable ProvisionText text) {
        return text == null ? 0 : (long) BYTES_PER_CHARACTER * text.text().length();
    }

    private static ChangeClassified withOneSpan(ChangeClassified answer) {
        return withSpans(answer, 1);
    }

    private static ChangeClassified withSpans(ChangeClassified answer, int most) {
        return with(
                answer,
                answer.change(),
                answer.provisions().stream()
                        .map(it -> reduced(
                                it,
                                it.types().stream()
                                        .map(type -> new ProvisionType(
                                                type.id(), type.confidence(), first(type.evidence(), most)))
                                        .toList(),
                                it.sentence()))
                        .toList());
    }

    private static List<EvidenceSpan> first(List<EvidenceSpan> spans, int most) {
        return spans.subList(0, Math.min(most, spans.size()));
    }

    private static ChangeClassified withoutSentences(ChangeClassified answer) {
        return with(
                answer,
                answer.change(),
                answer.provisions().stream()
                        .map(it -> reduced(it, it.types(), ""))
                        .toList());
    }

    private static ChangeClassified withoutDiffs(ChangeClassified answer) {
        return withTouched(
                answer,
                touched -> new TouchedProvision(
                        touched.provisionId(),
                        touched.what(),
                        touched.from(),
                        touched.before(),
                        touched.after(),
                        List.of()));
    }

    private static ChangeClassified withoutHeadings(ChangeClassified answer) {
        return withTouched(
                answer,
                touched -> new TouchedProvision(
                        touched.provisionId(),
                        touched.what(),
                        touched.from(),
                        plain(touched.before()),
                        plain(touched.after()),
                        touched.diff()));
    }

    private static @Nullable ProvisionText plain(@Nullable ProvisionText text) {
        return text == null
                ? null
                : new ProvisionText(text.id(), text.number(), List.of(), null, text.text(), text.start(), text.end());
    }

    /** The last resort: offsets stay, so that whoever has the snapshot still has the words; spans without their text say nothing. */
    private static ChangeClassified withoutTexts(ChangeClassified answer) {
        return withTouched(
                withSpans(answer, 0),
                touched -> new TouchedProvision(
                        touched.provisionId(),
                        touched.what(),
                        touched.from(),
                        silent(touched.before()),
                        silent(touched.after()),
                        List.of()));
    }

    private static @Nullable ProvisionText silent(@Nullable ProvisionText text) {
        return text == null ? null : new ProvisionText(text.id(), null, List.of(), null, "", text.start(), text.end());
    }

    private static ClassifiedProvision reduced(ClassifiedProvision it, List<ProvisionType> types, String sentence) {
        return new ClassifiedProvision(
                it.provisionId(),
                it.assessment(),
                it.note(),
                types,
                it.areas(),
                it.instruments(),
                it.materiality(),
                it.severity(),
                sentence,
                it.severityReasons());
    }

    private static ChangeClassified withTouched(ChangeClassified answer, UnaryOperator<TouchedProvision> reduce) {
        ChangeDetected change = answer.change();
        return with(
                answer,
                withTouched(change, change.touched().stream().map(reduce).toList()),
                answer.provisions());
    }

    private static ChangeDetected withTouched(ChangeDetected change, List<TouchedProvision> touched) {
        return new ChangeDetected(
                change.document(),
                change.changeId(),
                change.from(),
                change.to(),
                change.kind(),
                change.signals(),
                change.alertable(),
                change.alertableReason(),
                change.settlement(),
                change.returnsTo(),
                change.reverts(),
                change.reinstates(),
                change.origin(),
                change.cause(),
                change.detectedAt(),
                change.differ(),
                change.segmenter(),
                change.statedDates(),
                change.provisions(),
                touched);
    }

    private static ChangeClassified with(
            ChangeClassified answer, ChangeDetected change, List<ClassifiedProvision> provisions) {
        return new ChangeClassified(
                answer.document(),
                answer.classificationId(),
                answer.correction(),
                answer.cause(),
                answer.ruleset(),
                answer.classifiedAt(),
                change,
                provisions,
                answer.types(),
                answer.areas(),
                answer.materiality(),
                answer.severity(),
                answer.summary(),
                answer.alert(),
                answer.alertReason(),
                answer.corrections(),
                answer.machineSummary());
    }
}
