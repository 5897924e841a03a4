package dev.clausewatch.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page (or file) of which a document is made.
 *
 * @param fetch its address
 * @param select what of it counts; empty means the main content
 * @param remove what is taken out of that
 * @param executeClientScripts whether a browser has to render it
 * @param plainOnly whether the declaration forbids rendering in a browser, even when the page is an empty shell; absent means no
 */
public record Source(
        String fetch,
        List<Selector> select,
        List<Selector> remove,
        boolean executeClientScripts,
        @Nullable Boolean plainOnly) {

    public Source {
        Required.text(fetch, "fetch");
        select = Lists.copy(select);
        remove = Lists.copy(remove);
    }

    /** A source that may be rendered in a browser. */
    public Source(String fetch, List<Selector> select, List<Selector> remove, boolean executeClientScripts) {
        this(fetch, select, remove, executeClientScripts, null);
    }
}
