package dev.clausewatch.gateway.search;

import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ChangeKind;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.gateway.Gateway;
import dev.clausewatch.gateway.Story;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Platforms with clauses that can be searched. */
public final class SearchStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SearchStory() {}

    /**
     * A clause.
     *
     * @param words as they stand
     * @param type what it does; null for nothing
     * @param assessed whether it is assessed
     */
    public record Clause(String words, @Nullable String type, boolean assessed) {

        public Clause(String words, @Nullable String type) {
            this(words, type, true);
        }
    }

    /** The first version of a platform's terms, cut into these clauses. */
    public static List<Story.Told> first(Story story, Clause... clauses) {
        return version(story, 1, ChangeKind.BASELINE, clauses);
    }

    /** A version of a platform's terms, cut into these clauses. */
    public static List<Story.Told> version(Story story, int sequence, ChangeKind kind, Clause... clauses) {
        StringBuilder text = new StringBuilder();
        List<ProvisionRef> provisions = new ArrayList<>();
        List<String> wordings = new ArrayList<>();
        List<Story.Told> told = new ArrayList<>();
        for (Clause clause : clauses) {
            int start = text.codePointCount(0, text.length());
            text.append(clause.words()).append("\n\n");
            String id = story.documentId().replace('/', '-') + "-" + provisions.size();
            provisions.add(new ProvisionRef(
                    id,
                    provisions.size() + 1 + ".",
                    List.of("Terms"),
                    start,
                    start + clause.words().codePointCount(0, clause.words().length())));
            String wording = id + "-" + clause.words().hashCode();
            wordings.add(wording);
            if (clause.assessed()) {
                told.add(Story.assessed(wording, Story.at(1), clause.type(), "copyright"));
            }
        }
        ChangeDetected change = story.version(sequence, kind, provisions);
        told.addFirst(story.registered());
        told.add(story.captured(sequence, text.toString()));
        told.add(story.detected(change));
        told.add(story.segmented(change, wordings.toArray(String[]::new)));
        return told;
    }

    /** Publishes and waits until it can be searched. */
    public static void tell(List<Story.Told> story) {
        Gateway.tell(story);
        awaitIndex();
    }

    /** Waits until the index has all that the read model has. */
    public static void awaitIndex() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> hasAll() && isUpToDate());
    }

    private static boolean hasAll() {
        SearchEntries entries = bean(SearchEntries.class);
        IndexFollower.Position at =
                IndexFollower.Position.of(bean(SearchFolder.class).index().facts());
        return at.generation() == entries.generation()
                && entries.due(at.stamp(), 1).isEmpty();
    }

    /** Asked after the other: what is in the index can be found once its writer has come to rest. */
    private static boolean isUpToDate() {
        return bean(IndexFollower.class).isUpToDate();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
