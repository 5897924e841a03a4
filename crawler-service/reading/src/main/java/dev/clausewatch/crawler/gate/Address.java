package dev.clausewatch.crawler.gate;

import java.net.URI;
import java.util.Set;

/**
 * Where a page came from.
 *
 * @param declared the address that was asked
 * @param answered the address that answered, after redirects
 * @param good addresses that answered for it before and were the document
 */
public record Address(URI declared, URI answered, Set<URI> good) {

    public Address {
        good = Set.copyOf(good);
    }
}
