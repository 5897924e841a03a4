package dev.clausewatch.crawler.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log that is kept in memory. */
public final class MemoryLog implements MerkleNodes {

    private final Map<List<Long>, Hash> nodes = new HashMap<>();
    private long size;

    /** Adds a record; its leaf. */
    public long add(byte[] record) {
        append(List.of(MerkleHash.leaf(record)));
        return size - 1;
    }

    void append(List<Hash> leafHashes) {
        new MerkleTree(size, this)
                .append(leafHashes)
                .forEach(node -> nodes.put(List.of((long) node.level(), node.index()), node.hash()));
        size += leafHashes.size();
    }

    @Override
    public Hash hash(int level, long index) {
        Hash hash = nodes.get(List.of((long) level, index));
        if (hash == null) {
            throw new AssertionError("no node " + level + "/" + index);
        }
        return hash;
    }

    MerkleTree tree(long ofSize) {
        return new MerkleTree(ofSize, this);
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Signs the tree as it is. */
    public String checkpoint(String origin, SigningKey key) {
        return new Checkpoint(origin, size, tree(size).root()).sign(key);
    }

    /** The path of a leaf to the root. */
    public List<Hash> inclusion(long leaf) {
        return tree(size).inclusion(leaf);
    }

    /** A record with the hash of the one before it. */
    public static EvidenceRecord chained(EvidenceRecord record, String previousRecordHash) {
        return record.after(previousRecordHash);
    }
}
