package dev.clausewatch.gateway.readmodel;

import dev.clausewatch.events.ArchiveName;
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
        return isAddress(addressOrName)
                ? new Archive(lastPart(addressOrName), addressOrName)
                : new Archive(addressOrName, null);
    }

    /** The archive that stands where a document that only it holds has its address. */
    public static @Nullable Archive inPlaceOf(String url) {
        String name = ArchiveName.in(url);
        return of(name == null ? url : name);
    }

    /**
     * The address of a document; null when it is not known.
     *
     * @param url what events have as its address: of an archive, or only its name, where nobody knows the document's
     * @param archive the archive that the document, or a text of it, comes from
     */
    public static @Nullable String addressOf(String url, @Nullable Archive archive) {
        return isAddress(url) && (archive == null || !url.equals(archive.address)) ? url : null;
    }

    private static boolean isAddress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private static String lastPart(String address) {
        List<String> parts = List.of(address.split("/", -1));
        String last = parts.stream().filter(part -> !part.isEmpty()).reduce(address, (one, other) -> other);
        return last.endsWith(GIT) ? last.substring(0, last.length() - GIT.length()) : last;
    }
}
