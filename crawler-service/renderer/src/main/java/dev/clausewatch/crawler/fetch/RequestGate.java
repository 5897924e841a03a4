package dev.clausewatch.crawler.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Called before every request, including redirects. It may block until the host is free, or refuse the request. */
public interface RequestGate {

    /** Everything may be asked at once. */
    RequestGate OPEN = url -> null;

    /** Returns when the address may be asked; otherwise why not. */
    FetchOutcome.@Nullable Failed enter(URI url);

    /** Called regularly during a long response: renews the leases and tells whether the capture is still wanted. */
    default boolean stay() {
        return true;
    }
}
