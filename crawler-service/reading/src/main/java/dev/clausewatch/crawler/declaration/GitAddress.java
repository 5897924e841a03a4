package dev.clausewatch.crawler.declaration;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;

/** Where a Git repository is: an http or https address, or a folder of this machine as a path or a file address. */
public final class GitAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private final String remote;
    private final URIish uri;

    private GitAddress(String remote, URIish uri) {
        this.remote = remote;
        this.uri = uri;
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with a sentence for people, if it is of another kind
     */
    public static GitAddress parse(String text) {
        try {
            URIish uri = new URIish(text);
            boolean path = uri.getScheme() == null && uri.getHost() == null;
            if (path) {
                return new GitAddress(Path.of(text).toAbsolutePath().normalize().toString(), uri);
            }
            if (SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))) {
                return new GitAddress(text, uri);
            }
            throw new IllegalArgumentException(
                    "%s is neither an http or https address nor a path; other ways to a Git repository are not open."
                            .formatted(shown(uri)));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The address of the Git repository cannot be read: " + e.getReason(), e);
        }
    }

    /** Whether a text is an address rather than a path. */
    static boolean isUrl(String text) {
        int colon = text.indexOf("://");
        return colon > 0 && SCHEMES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** With the name and password that it may hold. */
    public String remote() {
        return remote;
    }

    /** A message without the name and password of the address. */
    String redact(String message) {
        String password = uri.getPass();
        String user = uri.getUser();
        String open = password == null || password.isEmpty() ? message : message.replace(password, "…");
        return user == null ? open : open.replace(user + "@", "");
    }

    private static URIish shown(URIish uri) {
        return uri.setUser(null).setPass(null);
    }

    /** Without name and password. */
    @Override
    public String toString() {
        return "The repository " + shown(uri);
    }
}
