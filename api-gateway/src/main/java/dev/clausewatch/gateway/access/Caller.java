package dev.clausewatch.gateway.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls, known once the request is let through. */
@RequestScoped
public class Caller {

    private @Nullable ApiKey key;

    void is(ApiKey caller) {
        this.key = caller;
    }

    /** The key that was sent, or the one behind the session; empty where none is needed. */
    public Optional<ApiKey> key() {
        return Optional.ofNullable(key);
    }
}
