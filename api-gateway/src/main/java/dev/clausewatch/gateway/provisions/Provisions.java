package dev.clausewatch.gateway.provisions;

import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.gateway.changes.CodePoints;
import dev.clausewatch.gateway.citations.Citations;
import dev.clausewatch.gateway.http.Cursor;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.readmodel.ProvisionStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Provisions as programs and people ask for them. */
@ApplicationScoped
public class Provisions {

    private static final String STEPS = "provision-steps";
    private static final String LIST = "provisions";

    /** An answer holds so many steps, each with its words: a document that flaps has thousands. */
    private static final int MOST_STEPS = 50;

    private final ProvisionRepository provisions;
    private final MeaningRepository meanings;
    private final Citations citations;

    Provisions(ProvisionRepository provisions, MeaningRepository meanings, Citations citations) {
        this.citations = citations;
        this.provisions = provisions;
        this.meanings = meanings;
    }

    /** The life of a provision; empty when no version ever had it. */
    public Optional<ProvisionLife> life(String id, @Nullable String cursor) {
        List<ProvisionRepository.Head> heads = provisions.heads(id);
        return heads.isEmpty() ? Optional.empty() : Optional.of(life(id, heads, Cursor.read(STEPS, 1, cursor)));
    }

    /**
     * The provisions of a version of a document, in their order; empty when there is no such version, or none compared yet.
     *
     * @param snapshotId the version; null for the newest one that is not suspect
     */
    public Optional<ItemPage<StandingProvision>> list(
            String documentId, @Nullable String snapshotId, @Nullable String cursor, int limit) {
        Cursor from = Cursor.read(LIST, 2, cursor);
        // Further pages stay with the version that the first one was of.
        String wanted = from == null ? snapshotId : from.key(0);
        int start = from == null ? 0 : index(from.number(1));
        return provisions.listed(documentId, wanted).map(listed -> {
            CodePoints text = codePoints(listed);
            List<Integer> positions = IntStream.range(0, listed.provisions().size())
                    .skip(start)
                    .limit(limit + 1L)
                    .boxed()
                    .toList();
            ItemPage<Integer> page = ItemPage.of(
                    positions,
                    limit,
                    last -> new Cursor(LIST, List.of(listed.snapshotId(), Integer.toString(last + 1))));
            List<ProvisionRef> shown = page.items().stream()
                    .map(position -> listed.provisions().get(position))
                    .toList();
            Map<String, ProvisionMeaning> does = meanings.ofVersion(
                    listed.snapshotId(), shown.stream().map(ProvisionRef::id).toList());
            return new ItemPage<>(
                    shown.stream()
                            .map(provision -> StandingProvision.of(
                                    provision, listed.snapshotId(), text, does.get(provision.id())))
                            .toList(),
                    page.next());
        });
    }

    /** Where the provisions of a version stand in its text; empty before it is compared. */
    public List<ProvisionRef> places(String documentId, String snapshotId) {
        return provisions
                .listed(documentId, snapshotId)
                .map(ProvisionRepository.Listed::provisions)
                .orElse(List.of());
    }

    private ProvisionLife life(String id, List<ProvisionRepository.Head> heads, @Nullable Cursor cursor) {
        ProvisionRepository.Head first = heads.getFirst();
        StandingProvision current = provisions
                .listed(first.document().id(), null)
                .flatMap(listed -> standing(id, listed))
                .orElse(null);
        int start = cursor == null ? 0 : index(cursor.number(0));
        List<ProvisionRepository.Head> shown =
                heads.stream().skip(start).limit(MOST_STEPS).toList();
        Map<String, TouchedStep> touched = provisions.touched(
                id,
                shown.stream()
                        .filter(ProvisionRepository.Head::touched)
                        .map(ProvisionRepository.Head::changeId)
                        .toList());
        boolean more = start + shown.size() < heads.size();
        return new ProvisionLife(
                id,
                first.document(),
                first.version(),
                current,
                current == null ? goneSince(heads) : null,
                shown.stream()
                        .map(head -> head.step(touched.getOrDefault(head.changeId(), TouchedStep.NONE)))
                        .toList(),
                more ? new Cursor(STEPS, List.of(Integer.toString(start + shown.size()))).write() : null,
                citations.provision(
                        first.document().platform() + ", " + first.document().termsType(),
                        current == null ? heads.getLast().number() : current.number(),
                        first.version().firstSeenAt(),
                        id));
    }

    private Optional<StandingProvision> standing(String id, ProvisionRepository.Listed listed) {
        return listed.provisions().stream()
                .filter(provision -> provision.id().equals(id))
                .findFirst()
                .map(provision -> StandingProvision.of(
                        provision,
                        listed.snapshotId(),
                        codePoints(listed),
                        meanings.ofVersion(listed.snapshotId(), List.of(id)).get(id)));
    }

    /** A provision of which only a suspect text knew is not gone since any version. */
    private static ProvisionLife.@Nullable Seen goneSince(List<ProvisionRepository.Head> heads) {
        return heads.reversed().stream()
                .filter(head -> head.steps().contains(ProvisionStep.REMOVED.name()))
                .findFirst()
                .map(ProvisionRepository.Head::version)
                .orElse(null);
    }

    static @Nullable CodePoints codePoints(ProvisionRepository.Listed listed) {
        String text = listed.text();
        return text == null ? null : new CodePoints(text);
    }

    private static int index(long number) {
        return Math.clamp(number, 0, Integer.MAX_VALUE - MOST_STEPS);
    }
}
