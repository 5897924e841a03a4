package dev.clausewatch.crawler.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.crawler.evidence.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of inclusion proofs.
 *
 * @param checkpointSize leaves of the tree that the checkpoint signs
 * @param proofs one for each record, in the records' order
 */
record Proofs(long checkpointSize, List<Proof> proofs) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    Proofs {
        proofs = List.copyOf(proofs);
    }

    /**
     * That a record is in the log.
     *
     * @param path hashes of RFC 9162, section 2.1.3, lower-case hex
     */
    record Proof(String snapshot, long leafIndex, List<String> path) {

        Proof {
            path = List.copyOf(path);
        }

        List<Hash> hashes() {
            return path.stream().map(Hash::ofHex).toList();
        }
    }

    static byte[] write(Bundle bundle) {
        List<Proof> proofs = new ArrayList<>();
        for (int i = 0; i < bundle.records().size(); i++) {
            proofs.add(new Proof(
                    bundle.records().get(i).snapshotId(),
                    bundle.records().get(i).leaf(),
                    bundle.proofs().get(i).stream().map(Hash::hex).toList()));
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Proofs(bundle.treeSize(), proofs));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Proofs read(byte[] json) throws BrokenBundleException {
        try {
            return JSON.readValue(json, Proofs.class);
        } catch (IOException e) {
            throw new BrokenBundleException(BundleLayout.PROOFS, "it is not a list of proofs");
        }
    }
}
