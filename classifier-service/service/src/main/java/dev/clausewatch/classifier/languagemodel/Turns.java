package dev.clausewatch.classifier.languagemodel;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose turn it is to be asked about, so that what the model never answers keeps nothing else waiting: first what did not fail yet, and
 * what failed not again within a minute. It remembers what waits, nothing else. Not thread-safe.
 */
public final class Turns {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<String, Instant> failed = new HashMap<>();

    /**
     * The next ones.
     *
     * @param waiting all that wait, the longest waiting first
     * @param most how many at most
     */
    public List<String> next(List<String> waiting, int most, Instant now) {
        failed.keySet().retainAll(waiting);
        return waiting.stream()
                .filter(id -> !lastFailed(id).isAfter(now.minus(PAUSE)))
                .sorted(Comparator.comparing(this::lastFailed))
                .limit(most)
                .toList();
    }

    /** Says that it was this one's turn, and that it has to be tried again. */
    public void failed(String id, Instant at) {
        failed.put(id, at);
    }

    private Instant lastFailed(String id) {
        return failed.getOrDefault(id, Instant.MIN);
    }
}
