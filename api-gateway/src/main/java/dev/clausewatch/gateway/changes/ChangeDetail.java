package dev.clausewatch.gateway.changes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.clausewatch.events.DiffRun;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.MachineSummary;
import dev.clausewatch.events.ProvisionCorrection;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.Signal;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.ToolVersion;
import dev.clausewatch.events.VersionRef;
import dev.clausewatch.gateway.citations.Citation;
import dev.clausewatch.gateway.readmodel.Archive;
import dev.clausewatch.gateway.register.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change, whole: what happened, to which provisions, which law it engages, and on which words that rests.
 *
 * @param id names it
 * @param document its document
 * @param from the version before; absent for the first
 * @param to the new version
 * @param statedDates the dates that the new version states about itself: the platform's word, beside the time we first saw it
 * @param kind what it is
 * @param signals what decided the kind
 * @param detectedAt when the versions were compared; when the text was first seen, the new version says
 * @param alertable whether subscribers may be told, its meaning left aside
 * @param alertableReason stable code for that
 * @param settlement whether it waits to settle
 * @param settled how that ended; absent while it waits or when it did not have to
 * @param returnsTo the earlier version whose text this is
 * @param reverts ids of the changes that a return undoes
 * @param origin of the new text: captured by us ({@code LIVE}) or taken from an archive ({@code IMPORT})
 * @param archive the archive of an imported text; absent when it was captured
 * @param cause why the text differs
 * @param differ what compared
 * @param segmenter what cut the text into provisions
 * @param meaning what it means, its fields beside these; absent before it is classified
 * @param provisions the provisions that differ
 * @param deliveries how many subscribers were told
 * @param citation how to cite it
 */
public record ChangeDetail(
        String id,
        ChangedDocument document,
        @Nullable VersionRef from,
        VersionRef to,
        List<StatedDate> statedDates,
        String kind,
        List<Signal> signals,
        Instant detectedAt,
        boolean alertable,
        String alertableReason,
        String settlement,
        @Nullable Settled settled,
        @Nullable VersionRef returnsTo,
        List<String> reverts,
        String origin,
        @Nullable Archive archive,
        String cause,
        ToolVersion differ,
        ToolVersion segmenter,
        @JsonUnwrapped @Nullable Meaning meaning,
        List<Provision> provisions,
        Deliveries deliveries,
        Citation citation) {

    /** The same without the words of its provisions: numbers, headings and offsets into the versions' texts stay. */
    public ChangeDetail withoutTexts() {
        return with(provisions.stream().map(Provision::withoutTexts).toList());
    }

    /** The same as a whole, without its provisions. */
    public ChangeDetail withoutProvisions() {
        return with(List.of());
    }

    private ChangeDetail with(List<Provision> others) {
        return new ChangeDetail(
                id,
                document,
                from,
                to,
                statedDates,
                kind,
                signals,
                detectedAt,
                alertable,
                alertableReason,
                settlement,
                settled,
                returnsTo,
                reverts,
                origin,
                archive,
                cause,
                differ,
                segmenter,
                meaning,
                others,
                deliveries,
                citation);
    }

    /** Whether the text was taken from an archive, and not captured by us. */
    public boolean imported() {
        return origin.equals("IMPORT");
    }

    /** The titles of areas and of types, by id: an area and a type may share one. */
    public record Titles(Map<String, String> areas, Map<String, String> types) {}

    /** How a change that waited ended: as what, when, on which capture, and why. */
    public record Settled(String as, Instant at, String evidenceSnapshotId, String reason) {}

    /** Subscribers by the best that came of their deliveries about a change: each counts once, whatever else it was told later. */
    public record Deliveries(long succeeded, long retrying, long exhausted) {}

    /**
     * What a change means.
     *
     * @param classificationId names this classification
     * @param correction 0 by machine, then 1, 2 …
     * @param classificationCause why it was classified
     * @param ruleset what decided
     * @param classifiedAt when
     * @param headline what it does to whom, in one line; absent in classifications of earlier releases
     * @param summary in plain sentences
     * @param machineSummary what a language model wrote beside it, or why there is nothing; absent when none was asked
     * @param severity highest of the provisions
     * @param direction what the worst of it does to those bound: WORSE, BETTER, MIXED or NEUTRAL; absent where that is not clear
     * @param materiality highest of the provisions
     * @param areas areas of the provisions
     * @param types what the provisions do
     * @param titles what these areas and types are called
     * @param alert whether subscribers are told
     * @param alertReason stable code for that
     */
    public record Meaning(
            String classificationId,
            int correction,
            String classificationCause,
            ToolVersion ruleset,
            Instant classifiedAt,
            @Nullable String headline,
            String summary,
            @Nullable MachineSummary machineSummary,
            @Nullable String severity,
            @Nullable String direction,
            String materiality,
            List<String> areas,
            List<String> types,
            Titles titles,
            boolean alert,
            String alertReason) {}

    /**
     * A provision that differs.
     *
     * @param id lasts across versions
     * @param what what happened to it
     * @param from ids it comes from, when split or merged
     * @param before as it stood
     * @param after as it stands
     * @param diff word by word, as offsets into both texts
     * @param redline the same as words, for reading
     * @param meaning what it means, its fields beside these; absent before it is classified
     */
    public record Provision(
            String id,
            List<String> what,
            List<String> from,
            @Nullable ProvisionText before,
            @Nullable ProvisionText after,
            List<DiffRun> diff,
            List<Redline.Run> redline,
            @JsonUnwrapped @Nullable ProvisionMeaning meaning) {

        Provision withoutTexts() {
            return new Provision(
                    id, what, from, withoutText(before), withoutText(after), List.of(), List.of(), meaning);
        }

        private static @Nullable ProvisionText withoutText(@Nullable ProvisionText side) {
            return side == null
                    ? null
                    : new ProvisionText(
                            side.id(), side.number(), side.headingPath(), null, "", side.start(), side.end());
        }
    }

    /**
     * What a provision means.
     *
     * @param assessment whether it could be read
     * @param note why not
     * @param sentence what changed, in one plain sentence
     * @param severity how much hangs on the difference
     * @param severityReasons why, in sentences that quote the words; stable codes in classifications of before
     * @param difference what the words that changed come to: which of the types and areas they concern, and for whom they are worse or
     *     better; absent where it was not assessed, and where nothing for a reader changed
     * @param materiality how much the change matters
     * @param types what it does, with the words that say so
     * @param areas which law is engaged
     * @param instruments the laws, cited
     * @param analysis what the change means for those bound by it; absent where nothing is known of it
     * @param correction what a reviewer said of it, which wins; absent when none did
     * @param machineReading what a language model read in it; absent when none was asked
     */
    public record ProvisionMeaning(
            String assessment,
            @Nullable String note,
            String sentence,
            @Nullable String severity,
            List<String> severityReasons,
            @Nullable Difference difference,
            String materiality,
            List<TypeFound> types,
            List<String> areas,
            List<Register.Law> instruments,
            @Nullable Analysis analysis,
            @Nullable ProvisionCorrection correction,
            @Nullable MachineReading machineReading) {}

    /**
     * What a language model of the installation's own read in a provision. Its types rest on words that stand there; nobody checked that
     * they mean it.
     *
     * @param status whether there is an answer
     * @param reason stable code for why there is none
     * @param model name of the model
     * @param at when it was asked
     * @param decides whether the types of the provision are the model's
     * @param types what the model says that the provision does
     * @param builtIn what rules and built-in models say that it does
     * @param onlyMachine types that only the model gives
     * @param onlyBuiltIn types that only the built-in answer gives
     */
    public record MachineReading(
            String status,
            @Nullable String reason,
            String model,
            Instant at,
            boolean decides,
            List<TypeFound> types,
            List<TypeFound> builtIn,
            List<String> onlyMachine,
            List<String> onlyBuiltIn) {}

    /**
     * What a provision does.
     *
     * @param id of the register
     * @param title for people
     * @param whyItMatters for people
     * @param confidence 0 to 1
     * @param evidence the words it rests on
     */
    public record TypeFound(
            String id, String title, @Nullable String whyItMatters, double confidence, List<Quote> evidence) {}

    /**
     * Words of a provision.
     *
     * @param side before or after
     * @param start offset in code points
     * @param end behind the last one
     * @param text the words
     * @param decidedBy id of the rule or model
     */
    public record Quote(String side, int start, int end, String text, String decidedBy) {}
}
