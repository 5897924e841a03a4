package dev.clausewatch.crawler.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asked before every request, redirects included: may wait for the host's turn, or refuse. */
public interface HopGate {

    /** Everything may be asked at once. */
    HopGate OPEN = url -> null;

    /** Returns when the address may be asked; otherwise why not. */
    FetchOutcome.@Nullable Failed enter(URI url);

    /** Asked now and then while an answer takes long: keeps what is held for it, and says whether it is still wanted. */
    default boolean stay() {
        return true;
    }
}
