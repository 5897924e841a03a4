package dev.clausewatch.crawler.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The entries and roots that implementations of RFC 6962 test each other with. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static MemoryLog known() {
        MemoryLog log = new MemoryLog();
        ENTRIES.forEach(entry -> log.append(List.of(MerkleHash.leaf(HEX.parseHex(entry)))));
        return log;
    }

    private static List<String> hex(List<Hash> path) {
        return path.stream().map(Hash::hex).toList();
    }

    private static byte[] entry(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** The definition of section 2.1, word for word. */
    private static Hash rootByDefinition(List<Hash> leafHashes) {
        if (leafHashes.size() == 1) {
            return leafHashes.getFirst();
        }
        int half = Integer.highestOneBit(leafHashes.size() - 1);
        return MerkleHash.node(
                rootByDefinition(leafHashes.subList(0, half)),
                rootByDefinition(leafHashes.subList(half, leafHashes.size())));
    }

    @Test
    void hasTheKnownRoots() {
        MemoryLog log = known();
        for (int size = 0; size < ROOTS.size(); size++) {
            assertEquals(ROOTS.get(size), log.tree(size).root().hex(), "size " + size);
        }
    }

    @Test
    void givesTheKnownProofs() {
        MemoryLog log = known();
        assertEquals(List.of(), hex(log.tree(1).inclusion(0)));
        assertEquals(
                List.of(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                hex(log.tree(8).inclusion(0)));
        assertEquals(
                List.of(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                hex(log.tree(8).consistency(6)));
    }

    @Test
    void provesEveryLeafInTreesOfEverySizeAndNothingElse() {
        long seed = 20_260_301;
        Random random = new Random(seed);
        MemoryLog log = new MemoryLog();
        List<Hash> leaves = new ArrayList<>();
        while (log.size() < 130) {
            List<Hash> batch = new ArrayList<>();
            for (int i = random.nextInt(7); i >= 0; i--) {
                batch.add(MerkleHash.leaf(entry(leaves.size() + (long) batch.size())));
            }
            log.append(batch);
            leaves.addAll(batch);
        }
        for (int size = 1; size <= leaves.size(); size++) {
            MerkleTree tree = log.tree(size);
            Hash root = tree.root();
            assertEquals(rootByDefinition(leaves.subList(0, size)), root);
            for (int leaf = 0; leaf < size; leaf++) {
                List<Hash> path = tree.inclusion(leaf);
                Hash hash = leaves.get(leaf);
                String where = "seed " + seed + " size " + size + " leaf " + leaf;
                assertTrue(MerkleProof.includes(hash, leaf, size, path, root), where);
                assertFalse(MerkleProof.includes(hash, (leaf + 1) % size, size, path, root) && size > 1, where);
                assertFalse(MerkleProof.includes(MerkleHash.leaf(entry(-1)), leaf, size, path, root), where);
                assertFalse(MerkleProof.includes(hash, leaf, size, altered(path, random), root), where);
            }
        }
    }

    @Test
    void provesThatEachTreeBeginsWithEachEarlierOne() {
        long seed = 20_260_302;
        Random random = new Random(seed);
        MemoryLog log = new MemoryLog();
        for (long number = 0; number < 70; number++) {
            log.append(List.of(MerkleHash.leaf(entry(number))));
        }
        for (int later = 1; later <= log.size(); later++) {
            Hash laterRoot = log.tree(later).root();
            for (int earlier = 1; earlier <= later; earlier++) {
                Hash earlierRoot = log.tree(earlier).root();
                List<Hash> path = log.tree(later).consistency(earlier);
                String where = "seed " + seed + " from " + earlier + " to " + later;
                assertTrue(MerkleProof.extendsTree(earlier, earlierRoot, later, laterRoot, path), where);
                assertFalse(MerkleProof.extendsTree(earlier, MerkleHash.empty(), later, laterRoot, path), where);
                assertFalse(MerkleProof.extendsTree(earlier, earlierRoot, later, MerkleHash.empty(), path), where);
                assertFalse(
                        MerkleProof.extendsTree(earlier, earlierRoot, later, laterRoot, altered(path, random)), where);
            }
        }
    }

    /** One bit of one hash is another, or there is one hash too many. */
    private static List<Hash> altered(List<Hash> path, Random random) {
        List<Hash> copy = new ArrayList<>(path);
        if (copy.isEmpty() || random.nextInt(4) == 0) {
            copy.add(MerkleHash.empty());
        } else {
            int place = random.nextInt(copy.size());
            byte[] hash = copy.get(place).bytes();
            hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
            copy.set(place, Hash.of(hash));
        }
        return copy;
    }

    @Test
    void refusesWhatIsNotInTheTree() {
        MerkleTree tree = known().tree(5);
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(5));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(0));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(6));
        assertFalse(MerkleProof.extendsTree(0, MerkleHash.empty(), 5, tree.root(), List.of()));
    }
}
