package dev.clausewatch.gateway.pages;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses of our own pages. */
final class Addresses {

    private static final Object[] NONE = {};

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

    /** The beginning of the same page with a parameter set to a value; null for without it. */
    static String with(UriInfo request, String parameter, @Nullable String value) {
        UriBuilder builder = request.getRequestUriBuilder().replaceQueryParam("cursor", NONE);
        URI address = (value == null
                        ? builder.replaceQueryParam(parameter, NONE)
                        : builder.replaceQueryParam(parameter, value))
                .build();
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** An address to go on to, if it is one of ours; the first page otherwise. */
    static String ours(@Nullable String address) {
        boolean local = address != null
                && address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return local && address != null && isUri(address) ? address : "/";
    }

    private static boolean isUri(String address) {
        try {
            return !new URI(address).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
