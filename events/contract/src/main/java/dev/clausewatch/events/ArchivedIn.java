package dev.clausewatch.events;

/**
 * Where the text of an imported snapshot is in its archive.
 *
 * @param archive its address, or its name where no address is known; without credentials
 * @param commit that recorded the text there
 * @param path of its file in that commit
 */
public record ArchivedIn(String archive, String commit, String path) {

    public ArchivedIn {
        Required.text(archive, "archive");
        Required.text(commit, "commit");
        Required.text(path, "path");
    }
}
