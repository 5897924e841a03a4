package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.Hash;
import dev.clausewatch.crawler.evidence.SignedNote;
import dev.clausewatch.crawler.evidence.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of a bundle's files with their hashes, as a signed note: its first line tells it from a checkpoint, the others are what
 * {@code sha256sum -c} reads.
 *
 * @param hashes by name
 */
record Manifest(Map<String, Hash> hashes) {

    private static final String FORMAT = "clausewatch-bundle/1\n";
    private static final Pattern LINE = Pattern.compile("\\A([0-9a-f]{64})  ([A-Za-z0-9./-]++)\n");

    private String text() {
        StringBuilder text = new StringBuilder(FORMAT);
        hashes.forEach((name, hash) ->
                text.append(hash.hex()).append("  ").append(name).append('\n'));
        return text.toString();
    }

    String sign(String keyName, SigningKey key) {
        return SignedNote.sign(text(), keyName, key);
    }

    /** Reads the list, whoever signed it. */
    static Manifest read(byte[] note) throws BrokenBundleException {
        String whole = new String(note, StandardCharsets.UTF_8);
        String text = whole.substring(0, whole.indexOf("\n\n") + 1);
        Map<String, Hash> hashes = new LinkedHashMap<>();
        Matcher line = LINE.matcher(text);
        int end = FORMAT.length();
        while (text.startsWith(FORMAT) && line.region(end, text.length()).lookingAt()) {
            hashes.put(line.group(2), Hash.ofHex(line.group(1)));
            end = line.end();
        }
        Manifest manifest = new Manifest(hashes);
        if (!manifest.text().equals(text)) {
            throw new BrokenBundleException(BundleLayout.MANIFEST, "it is not the list of a bundle's files");
        }
        return manifest;
    }
}
