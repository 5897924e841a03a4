package dev.clausewatch.filter;

import dev.clausewatch.events.DocumentRef;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Many filters by a key of their subscriber, of which those that name other platforms are not looked at. Not thread-safe.
 *
 * @param <K> the key; answers are in its order
 */
public final class FilterIndex<K extends Comparable<K>> {

    private static final String ANY = "";

    private final Map<K, Filter> filters = new HashMap<>();
    private final Map<String, Map<K, Filter>> byPlatform = new HashMap<>();

    /** Adds a filter, or replaces that of the same key. */
    public void put(K key, Filter filter) {
        remove(key);
        filters.put(key, filter);
        places(filter)
                .forEach(place -> byPlatform
                        .computeIfAbsent(place, any -> new HashMap<>())
                        .put(key, filter));
    }

    /** Removes the filter of a key, if there is one. */
    public void remove(K key) {
        Filter old = filters.remove(key);
        if (old != null) {
            for (String place : places(old)) {
                byPlatform.getOrDefault(place, Map.of()).remove(key);
            }
        }
    }

    /** The keys of those that match a change. */
    public List<K> matching(ChangeFacts change) {
        return matching(change.document(), filter -> filter.matches(change));
    }

    /** The keys of those that match a message about a whole document. */
    public List<K> matching(DocumentRef document) {
        return matching(document, filter -> filter.matches(document));
    }

    private List<K> matching(DocumentRef document, Predicate<Filter> matches) {
        return Stream.of(ANY, document.platform().toLowerCase(Locale.ROOT))
                .flatMap(place -> byPlatform.getOrDefault(place, Map.of()).entrySet().stream())
                .filter(entry -> matches.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Set<String> places(Filter filter) {
        Set<String> platforms = filter.platforms();
        return platforms.isEmpty() ? Set.of(ANY) : platforms;
    }
}
