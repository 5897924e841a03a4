package dev.clausewatch.crawler.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An object of a declaration, with the one around it whose fields it inherits unless it has them itself.
 *
 * @param path JSON path
 * @param around absent at the top
 */
record Scope(String path, JsonNode node, @Nullable Scope around) {

    Scope inside(String step, JsonNode inner) {
        return new Scope(path + step, inner, this);
    }

    /** The innermost scope that has the field; this one when none has. */
    Scope having(String field) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            if (scope.node.has(field)) {
                return scope;
            }
        }
        return this;
    }

    /** The innermost value of a field; a missing node when there is none. */
    JsonNode find(String field) {
        return having(field).node.path(field);
    }

    /** Where that value stands. */
    String pathOf(String field) {
        return having(field).path + "." + field;
    }

    /** The field of this scope alone. */
    JsonNode own(String field) {
        return node.path(field);
    }
}
