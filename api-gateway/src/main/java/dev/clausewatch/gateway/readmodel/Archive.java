package dev.clausewatch.gateway.readmodel;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The archive that an imported text comes from.
 *
 * @param name for people: the last part of its address, or the name it was imported under
 * @param address where it is on the web; absent when it was imported from a folder or file that names no address
 */
public record Archive(String name, @Nullable String address) {

    private static final String GIT = ".git";

    /** The archive with this address or name; null when there is none. */
    public static @Nullable Archive of(@Nullable String addressOrName) {
        if (addressOrName == null) {
            return null;
        }
        String lower = addressOrName.toLowerCase(Locale.ROOT);
        boolean isAddress = lower.startsWith("https://") || lower.startsWith("http://");
        return isAddress ? new Archive(lastPart(addressOrName), addressOrName) : new Archive(addressOrName, null);
    }

    private static String lastPart(String address) {
        List<String> parts = List.of(address.split("/", -1));
        String last = parts.stream().filter(part -> !part.isEmpty()).reduce(address, (one, other) -> other);
        return last.endsWith(GIT) ? last.substring(0, last.length() - GIT.length()) : last;
    }
}
