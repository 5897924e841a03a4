package dev.clausewatch.events;

/**
 * One observation that decided the kind of a change.
 *
 * @param id stable code, such as {@code link-targets-only} or {@code returns-to-earlier-version}
 * @param detail one sentence for people, with the figures
 */
public record Signal(String id, String detail) {

    public Signal {
        Required.text(id, "id");
        Required.present(detail, "detail");
    }
}
