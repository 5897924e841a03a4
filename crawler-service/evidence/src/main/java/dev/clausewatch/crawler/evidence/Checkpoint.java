package dev.clausewatch.crawler.evidence;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log at a size: what its signature vouches for.
 *
 * @param origin names the log; also the name of its key
 * @param size number of leaves
 * @param root hash of the tree
 * @see <a href="https://github.com/C2SP/C2SP/blob/main/tlog-checkpoint.md">C2SP tlog-checkpoint</a>
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern FORM = Pattern.compile("\\A([^\\n]++)\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The signed note. */
    public String sign(SigningKey key) {
        return SignedNote.sign(text(), origin, key);
    }

    /**
     * Reads a signed checkpoint.
     *
     * @throws IllegalArgumentException if it is none, or not by this key; the message says why
     */
    public static Checkpoint open(byte[] note, VerifyingKey key) {
        SignedNote signed = SignedNote.open(note, key);
        Matcher form = FORM.matcher(signed.text());
        if (!form.matches()) {
            throw new IllegalArgumentException("it is not the checkpoint of a log");
        }
        Checkpoint checkpoint = new Checkpoint(
                form.group(1),
                Long.parseLong(form.group(2)),
                Hash.of(Base64.getDecoder().decode(form.group(3))));
        if (!checkpoint.text().equals(signed.text()) || !checkpoint.origin.equals(signed.keyName())) {
            throw new IllegalArgumentException("it is not the checkpoint of the log that signed it");
        }
        return checkpoint;
    }
}
