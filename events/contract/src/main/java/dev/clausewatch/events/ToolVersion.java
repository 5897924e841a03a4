package dev.clausewatch.events;

/**
 * A program that decided something, with its version: both travel with what it decided.
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
