package dev.clausewatch.gateway.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param <T> what is listed
 * @param items the items
 * @param next the cursor of the part that follows; null at the end
 */
public record ItemPage<T>(List<T> items, @Nullable String next) {

    public ItemPage {
        items = List.copyOf(items);
    }

    /** A page of at most {@code limit} items out of rows that were read with one more, to see whether there are any. */
    public static <T> ItemPage<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new ItemPage<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new ItemPage<>(items, cursor.apply(items.get(limit - 1)).write());
    }

    /** The answer, with the address of the next part in header {@code Link}. */
    public RestResponse<ItemPage<T>> respond(UriInfo request) {
        RestResponse.ResponseBuilder<ItemPage<T>> response = RestResponse.ResponseBuilder.ok(this);
        if (next != null) {
            response.header(HttpHeaders.LINK, link(request, next));
        }
        return response.build();
    }

    /** Header {@code Link} with the address of the part that begins at a cursor. */
    public static String link(UriInfo request, String cursor) {
        URI following = request.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build();
        // Relative: behind a proxy the gateway does not know its own name.
        return "<" + following.getRawPath() + "?" + following.getRawQuery() + ">; rel=\"next\"";
    }
}
