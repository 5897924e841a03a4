package dev.clausewatch.crawler.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Merkle tree of a size over stored nodes, by RFC 6962 section 2.1 (the same in RFC 9162). A root or a proof takes O(log n) nodes.
 *
 * @param size number of leaves
 */
public record MerkleTree(long size, MerkleNodes nodes) {

    public MerkleTree {
        if (size < 0) {
            throw new IllegalArgumentException("size must be 0 or more");
        }
    }

    /** A subtree that became complete. */
    public record Node(int level, long index, Hash hash) {}

    /** The hash of the whole tree. */
    public Hash root() {
        return size == 0 ? MerkleHash.empty() : hash(0, size);
    }

    /** The siblings on the way from a leaf to the root, the leaf's first. */
    public List<Hash> inclusion(long leaf) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf must be in the tree");
        }
        List<Hash> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    /** What shows that this tree begins with the one of an earlier size. */
    public List<Hash> consistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("the earlier size must be from 1 to the size");
        }
        List<Hash> path = new ArrayList<>();
        consistency(earlier, 0, size, true, path);
        return path;
    }

    /** The nodes that are new when these leaves follow. */
    public List<Node> append(List<Hash> leafHashes) {
        Appending appending = new Appending(nodes);
        long index = size;
        for (Hash leaf : leafHashes) {
            appending.append(index, leaf);
            index++;
        }
        return appending.fresh;
    }

    /** Nodes made by one call are not stored yet. */
    private static final class Appending {

        private record Place(int level, long index) {}

        private final MerkleNodes stored;
        private final Map<Place, Hash> made = new HashMap<>();
        private final List<Node> fresh = new ArrayList<>();

        private Appending(MerkleNodes stored) {
            this.stored = stored;
        }

        private void append(long leaf, Hash leafHash) {
            long index = leaf;
            Hash hash = leafHash;
            int level = 0;
            add(level, index, hash);
            while ((index & 1) == 1) {
                hash = MerkleHash.node(left(level, index - 1), hash);
                index >>= 1;
                level++;
                add(level, index, hash);
            }
        }

        private void add(int level, long index, Hash hash) {
            made.put(new Place(level, index), hash);
            fresh.add(new Node(level, index, hash));
        }

        private Hash left(int level, long index) {
            Hash hash = made.get(new Place(level, index));
            return hash == null ? stored.hash(level, index) : hash;
        }
    }

    /** PATH of section 2.1.1, over the leaves from start to end. */
    private void inclusion(long leaf, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (leaf < middle) {
            inclusion(leaf, start, middle, path);
            path.add(hash(middle, end));
        } else {
            inclusion(leaf, middle, end, path);
            path.add(hash(start, middle));
        }
    }

    /** SUBPROOF of section 2.1.2; whole says that the earlier tree's root is a node whose hash the verifier has. */
    private void consistency(long earlier, long start, long end, boolean whole, List<Hash> path) {
        if (earlier == end - start) {
            if (!whole) {
                path.add(hash(start, end));
            }
            return;
        }
        long half = split(end - start);
        long middle = start + half;
        if (earlier <= half) {
            consistency(earlier, start, middle, whole, path);
            path.add(hash(middle, end));
        } else {
            consistency(earlier - half, middle, end, false, path);
            path.add(hash(start, middle));
        }
    }

    /** Splits give complete subtrees everywhere but at the right edge, and each begins at a multiple of its size. */
    private Hash hash(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            return nodes.hash(Long.numberOfTrailingZeros(leaves), start / leaves);
        }
        long middle = start + split(leaves);
        return MerkleHash.node(hash(start, middle), hash(middle, end));
    }

    /** The largest power of two below a number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
