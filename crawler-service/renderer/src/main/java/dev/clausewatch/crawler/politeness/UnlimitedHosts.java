package dev.clausewatch.crawler.politeness;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Hosts that are ours to load: an intranet's, a bench's. They are asked without a pause and for several pages at once. */
public final class UnlimitedHosts {

    private final Set<String> hosts = new TreeSet<>();
    private final int atOnce;

    /**
     * These hosts.
     *
     * @param atOnce pages that each of them is asked for at the same time
     */
    public UnlimitedHosts(List<String> hosts, int atOnce) {
        hosts.forEach(host -> this.hosts.add(host.strip().toLowerCase(Locale.ROOT)));
        this.atOnce = atOnce;
    }

    /** Whether a host is one of them; as {@link dev.clausewatch.crawler.declaration.DocumentDefinition#hostOf} names it. */
    public boolean has(String host) {
        return hosts.contains(host);
    }

    /** How many more pages each can be asked for. */
    public Map<String, Integer> free(ToIntFunction<String> running) {
        Map<String, Integer> free = new HashMap<>();
        hosts.forEach(host -> free.put(host, Math.max(0, atOnce - running.applyAsInt(host))));
        return free;
    }
}
