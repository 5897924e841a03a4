package dev.clausewatch.alert.webhook;

import dev.clausewatch.events.ChangeClassified;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ClassifiedProvision;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.Materiality;
import dev.clausewatch.events.Severity;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.events.TouchedProvision;
import dev.clausewatch.events.VersionRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The data of {@code change.alerted}.
 *
 * @param change the change
 * @param provisions the touched provisions, in order
 * @param truncated whether something is not whole: the address of the change leads to all of it
 * @param textLimit how many code points of {@code before} and {@code after} there are at most; absent when none had to be cut
 * @param provisionsLeftOut how many touched provisions are not in the list
 */
record AlertData(
        Change change,
        List<ProvisionData> provisions,
        boolean truncated,
        @Nullable Integer textLimit,
        int provisionsLeftOut) {

    /** The texts of a provision are cut to the first of these lengths, in code points, with which all fits. */
    private static final int[] TEXT_LENGTHS = {4000, 2000, 1000, 500, 250};

    private static final int SUMMARY_LENGTH = 1500;

    /** The most detailed body below a size limit. */
    static byte[] fitting(ChangeClassified classified, String url, Function<AlertData, byte[]> write, int limit) {
        Change change = Change.of(classified, url, Integer.MAX_VALUE);
        byte[] whole = write.apply(whole(change, provisions(classified, Integer.MAX_VALUE)));
        if (whole.length < limit) {
            return whole;
        }
        for (int length : TEXT_LENGTHS) {
            byte[] cut = write.apply(cut(change, provisions(classified, length), length, 0));
            if (cut.length < limit) {
                return cut;
            }
        }
        Change shortened = Change.of(classified, url, SUMMARY_LENGTH);
        int shortest = TEXT_LENGTHS[TEXT_LENGTHS.length - 1];
        List<ProvisionData> all = provisions(classified, shortest);
        int frame = write.apply(cut(shortened, List.of(), shortest, all.size())).length;
        List<ProvisionData> kept = mostSevere(all, limit - frame);
        return write.apply(cut(shortened, kept, shortest, all.size() - kept.size()));
    }

    /** As the event has it, which may lack words of its own. */
    private static AlertData whole(Change change, List<ProvisionData> provisions) {
        return new AlertData(change, provisions, provisions.stream().anyMatch(ProvisionData::cut), null, 0);
    }

    private static AlertData cut(Change change, List<ProvisionData> provisions, int length, int leftOut) {
        return new AlertData(change, provisions, true, length, leftOut);
    }

    /** The most severe provisions that fit, in document order. */
    private static List<ProvisionData> mostSevere(List<ProvisionData> provisions, int budget) {
        List<Integer> byGravity = IntStream.range(0, provisions.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> provisions.get(i).gravity(), Comparator.reverseOrder()))
                .toList();
        Set<Integer> kept = new HashSet<>();
        int left = budget;
        for (int i : byGravity) {
            int size = WebhookMessages.json(provisions.get(i)).length + 1;
            if (size < left) {
                left -= size;
                kept.add(i);
            }
        }
        return IntStream.range(0, provisions.size())
                .filter(kept::contains)
                .mapToObj(provisions::get)
                .toList();
    }

    private static List<ProvisionData> provisions(ChangeClassified classified, int textLength) {
        Map<String, ClassifiedProvision> meanings = classified.provisions().stream()
                .collect(Collectors.toMap(
                        ClassifiedProvision::provisionId, Function.identity(), (first, second) -> first));
        List<ProvisionData> all = new ArrayList<>();
        for (TouchedProvision touched : classified.change().touched()) {
            all.add(ProvisionData.of(touched, meanings.get(touched.provisionId()), textLength));
        }
        return all;
    }

    record Change(
            String id,
            String url,
            ChangeKind kind,
            Instant detectedAt,
            @Nullable VersionRef from,
            VersionRef to,
            List<StatedDate> statedDates,
            DocumentRef document,
            @Nullable Severity severity,
            @Nullable Direction direction,
            Materiality materiality,
            List<String> areas,
            List<String> types,
            @Nullable String headline,
            String summary,
            @Nullable VersionRef returnsTo) {

        static Change of(ChangeClassified classified, String url, int summaryLength) {
            ChangeDetected change = classified.change();
            return new Change(
                    change.changeId(),
                    url,
                    change.verdict().kind(),
                    change.provenance().detectedAt(),
                    change.from(),
                    change.to(),
                    change.statedDates(),
                    classified.document(),
                    classified.meaning().severity(),
                    classified.meaning().direction(),
                    classified.meaning().materiality(),
                    classified.meaning().areas(),
                    classified.meaning().types(),
                    classified.meaning().headline(),
                    Excerpt.of(classified.meaning().summary(), summaryLength),
                    change.verdict().returnsTo());
        }
    }
}
