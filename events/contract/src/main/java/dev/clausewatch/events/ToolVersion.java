package dev.clausewatch.events;

/**
 * Name and version of a program that made a decision; recorded with the decision.
 *
 * @param name such as {@code clausewatch-blocks}
 * @param version such as {@code 1}
 */
public record ToolVersion(String name, String version) {

    public ToolVersion {
        Required.text(name, "name");
        Required.text(version, "version");
    }
}
