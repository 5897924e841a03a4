package dev.clausewatch.gateway.pages;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether a form was sent from a page of ours: browsers name the page's origin with every form. */
final class SameOrigin {

    private SameOrigin() {}

    /** True as well without an origin: then it was no browser that sent the form. */
    static boolean holds(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
