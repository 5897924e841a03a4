package dev.clausewatch.gateway.pages;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses of our own pages. */
final class Addresses {

    private Addresses() {}

    /** The same page from a cursor on. */
    static @Nullable String next(UriInfo request, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        URI next = request.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }

    /** An address to go on to, if it is one of ours; the first page otherwise. */
    static String ours(@Nullable String address) {
        boolean ours = address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return ours && address != null ? address : "/";
    }
}
