package dev.clausewatch.events;

import java.util.List;

/**
 * One page (or file) of which a document is made.
 *
 * @param fetch its address
 * @param select what of it counts; empty means the main content
 * @param remove what is taken out of that
 * @param executeClientScripts whether a browser has to render it
 */
public record Source(String fetch, List<Selector> select, List<Selector> remove, boolean executeClientScripts) {

    public Source {
        Required.text(fetch, "fetch");
        select = Lists.copy(select);
        remove = Lists.copy(remove);
    }
}
