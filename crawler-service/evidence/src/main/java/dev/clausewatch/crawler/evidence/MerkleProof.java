package dev.clausewatch.crawler.evidence;

import java.util.List;

/** Checks proofs of a Merkle tree without the tree: RFC 9162 sections 2.1.3.2 and 2.1.4.2. */
public final class MerkleProof {

    private MerkleProof() {}

    /** Whether a path leads from a leaf to the root of the tree with this size. */
    public static boolean includes(Hash leafHash, long leaf, long size, List<Hash> path, Hash root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long node = leaf;
        long last = size - 1;
        Hash hash = leafHash;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(sibling, hash);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of the later size and root begins with that of the earlier ones; the earlier one has a leaf at least. */
    public static boolean extendsTree(long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> path) {
        if (earlier == later) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        if (earlier < 1 || earlier > later || path.isEmpty()) {
            return false;
        }
        boolean whole = Long.bitCount(earlier) == 1;
        long node = earlier - 1;
        long last = later - 1;
        int up = Long.numberOfTrailingZeros(~node);
        node >>= up;
        last >>= up;
        Hash first = whole ? earlierRoot : path.getFirst();
        Hash small = first;
        Hash large = first;
        for (Hash sibling : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                small = MerkleHash.node(sibling, small);
                large = MerkleHash.node(sibling, large);
                int skipped = (node & 1) == 1 || node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                large = MerkleHash.node(large, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && small.equals(earlierRoot) && large.equals(laterRoot);
    }
}
