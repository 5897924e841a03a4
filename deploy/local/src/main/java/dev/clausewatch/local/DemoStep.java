package dev.clausewatch.local;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something an invented platform does; see {@code demo/README.md}.
 *
 * @param id its name
 * @param afterSeconds when, from the moment the first versions are known
 * @param page the page that changes
 * @param title what the platform did, in one sentence
 * @param edits made one after the other; each {@code find} occurs once at its turn
 * @param backToVersion or the version that the page becomes again, 1 being the first
 * @param expect what Clausewatch should say of it
 */
public record DemoStep(
        String id,
        int afterSeconds,
        String page,
        String title,
        List<Edit> edits,
        @Nullable Integer backToVersion,
        Expectation expect) {

    public DemoStep {
        edits = edits == null ? List.of() : List.copyOf(edits);
    }

    /**
     * One replacement.
     *
     * @param find occurs exactly once
     * @param replace what stands there afterwards
     */
    public record Edit(String find, String replace) {}

    /**
     * What Clausewatch should say.
     *
     * @param document id of the document
     * @param kind of the change; absent when there is none
     * @param alert whether subscribers are told
     * @param types at least these
     * @param areas at least these
     * @param retraction whether an earlier alert is taken back
     */
    public record Expectation(
            String document,
            @Nullable String kind,
            boolean alert,
            List<String> types,
            List<String> areas,
            boolean retraction) {

        public Expectation {
            types = types == null ? List.of() : List.copyOf(types);
            areas = areas == null ? List.of() : List.copyOf(areas);
        }
    }
}
