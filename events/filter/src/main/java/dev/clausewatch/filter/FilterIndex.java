package dev.clausewatch.filter;

import dev.clausewatch.events.DocumentRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many filters by a key of their subscriber, of which those that name other platforms, or words that did not change, are not looked at. Not
 * thread-safe.
 *
 * @param <K> the key; answers are in its order
 */
public final class FilterIndex<K extends Comparable<K>> {

    private static final Set<String> ANY = Set.of("");

    private final Map<K, Filter> filters = new HashMap<>();
    private final Places<K> byPlatform = new Places<>();

    /** Of those that ask for no words in particular. */
    private final Places<K> wordlessByPlatform = new Places<>();

    private final Places<K> byWord = new Places<>();
    private final Places<K> byBeginning = new Places<>();

    /** Adds a filter, or replaces that of the same key. */
    public void put(K key, Filter filter) {
        remove(key);
        filters.put(key, filter);
        byPlatform.put(platforms(filter), key, filter);
        NeededWords needed = filter.neededWords();
        if (needed == null) {
            wordlessByPlatform.put(platforms(filter), key, filter);
        } else {
            byWord.put(needed.words(), key, filter);
            byBeginning.put(needed.beginnings(), key, filter);
        }
    }

    /** Removes the filter of a key, if there is one. */
    public void remove(K key) {
        Filter old = filters.remove(key);
        if (old == null) {
            return;
        }
        byPlatform.remove(platforms(old), key);
        NeededWords needed = old.neededWords();
        if (needed == null) {
            wordlessByPlatform.remove(platforms(old), key);
        } else {
            byWord.remove(needed.words(), key);
            byBeginning.remove(needed.beginnings(), key);
        }
    }

    /**
     * The keys of those that match a change.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public List<K> matching(ChangeFacts change) {
        if (change.text().isUnsure()) {
            return those(at(byPlatform, change.document()), filter -> filter.matches(change));
        }
        return those(
                Stream.concat(at(wordlessByPlatform, change.document()), withWords(change)),
                filter -> filter.matches(change));
    }

    private Stream<Map.Entry<K, Filter>> withWords(ChangeFacts change) {
        if (byWord.isEmpty() && byBeginning.isEmpty()) {
            return Stream.empty();
        }
        Map<K, Filter> candidates = new HashMap<>();
        for (String word : change.text().words()) {
            candidates.putAll(byWord.at(word));
            for (int end = 1; end <= word.length() && !byBeginning.isEmpty(); end++) {
                candidates.putAll(byBeginning.at(word.substring(0, end)));
            }
        }
        return candidates.entrySet().stream();
    }

    /** The keys of those that may match a change, whatever its words: more than match, in little time. */
    public List<K> maybeMatching(ChangeFacts change) {
        return those(at(byPlatform, change.document()), filter -> filter.mayMatch(change));
    }

    /** The keys of those that match a message about a whole document. */
    public List<K> matching(DocumentRef document) {
        return those(at(byPlatform, document), filter -> filter.matches(document));
    }

    private static <K> Stream<Map.Entry<K, Filter>> at(Places<K> places, DocumentRef document) {
        return Stream.of("", document.platform().toLowerCase(Locale.ROOT))
                .flatMap(place -> places.at(place).entrySet().stream());
    }

    private static <K extends Comparable<K>> List<K> those(
            Stream<Map.Entry<K, Filter>> candidates, Predicate<Filter> matches) {
        return candidates
                .filter(entry -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("Interrupted while matching filters");
                    }
                    return matches.test(entry.getValue());
                })
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Set<String> platforms(Filter filter) {
        Set<String> platforms = filter.platforms();
        return platforms.isEmpty() ? ANY : platforms;
    }

    /** Filters by words, each under some. */
    private static final class Places<K> {

        private final Map<String, Map<K, Filter>> places = new HashMap<>();

        void put(Collection<String> words, K key, Filter filter) {
            words.forEach(
                    word -> places.computeIfAbsent(word, any -> new HashMap<>()).put(key, filter));
        }

        void remove(Collection<String> words, K key) {
            words.forEach(word -> places.computeIfPresent(word, (any, some) -> without(some, key)));
        }

        private static <K> @Nullable Map<K, Filter> without(Map<K, Filter> some, K key) {
            some.remove(key);
            return some.isEmpty() ? null : some;
        }

        Map<K, Filter> at(String word) {
            return places.getOrDefault(word, Map.of());
        }

        boolean isEmpty() {
            return places.isEmpty();
        }
    }
}
