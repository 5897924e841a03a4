package dev.clausewatch.crawler.evidence;

import java.security.MessageDigest;

/** How a Merkle tree hashes, by RFC 6962 section 2.1: leaves and nodes begin with different bytes, so that neither passes for the other. */
public final class MerkleHash {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleHash() {}

    /** The hash of a tree without leaves. */
    static Hash empty() {
        return Hash.of(Hash.digest());
    }

    /** The hash of a leaf: SHA-256 of a zero byte and the entry. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = Hash.digest();
        digest.update(LEAF);
        digest.update(entry);
        return Hash.of(digest);
    }

    /** The hash of a node: SHA-256 of a byte one and both children. */
    static Hash node(Hash left, Hash right) {
        MessageDigest digest = Hash.digest();
        digest.update(NODE);
        left.addTo(digest);
        right.addTo(digest);
        return Hash.of(digest);
    }
}
