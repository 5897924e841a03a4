package dev.clausewatch.alert.notice;

import dev.clausewatch.alert.destination.DestinationKind;
import dev.clausewatch.alert.destination.Rendering;

/** Writes notices for destinations of one kind: within its limits, with its syntax escaped. Thread-safe. */
public interface Renderer {

    /** For which destinations. */
    DestinationKind kind();

    /** What is stored and sent; the same input gives the same text. */
    String render(Notice notice, Rendering rendering);
}
