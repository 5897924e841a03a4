package dev.clausewatch.crawler.evidence;

/** The stored hashes of complete subtrees: of 2^level leaves, from leaf index · 2^level on. */
public interface MerkleNodes {

    /** The hash of a subtree that is complete. */
    Hash hash(int level, long index);
}
