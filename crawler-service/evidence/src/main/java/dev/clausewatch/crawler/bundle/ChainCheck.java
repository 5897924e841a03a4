package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.evidence.EvidenceRecord;
import dev.clausewatch.events.CaptureCause;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads records one after the other; each has to follow from the one before. */
final class ChainCheck {

    private final List<EvidenceRecord> records = new ArrayList<>();
    private String lastHash = "";

    /** Those that follow so far. */
    List<EvidenceRecord> records() {
        return List.copyOf(records);
    }

    int size() {
        return records.size();
    }

    EvidenceRecord next(byte[] bytes) throws BrokenBundleException {
        EvidenceRecord record = read(bytes);
        if (!record.snapshot().equals(id(record))) {
            throw broken("its snapshot's id is not that of its contents");
        }
        if (records.isEmpty()) {
            requireBeginning(record);
        } else {
            requireFollows(record, records.getLast());
        }
        lastHash = Ids.sha256(bytes);
        records.add(record);
        return record;
    }

    private EvidenceRecord read(byte[] bytes) throws BrokenBundleException {
        try {
            return EvidenceRecord.read(bytes);
        } catch (IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private String id(EvidenceRecord record) throws BrokenBundleException {
        try {
            return Ids.snapshot(
                    record.document(),
                    record.sequence(),
                    record.previousSnapshot(),
                    record.textHash(),
                    Origin.valueOf(record.origin()),
                    CaptureCause.valueOf(record.cause()));
        } catch (IllegalArgumentException e) {
            throw broken("it has an origin or a cause that this release does not know");
        }
    }

    /** A bundle may begin in the middle of a document's history. */
    private void requireBeginning(EvidenceRecord record) throws BrokenBundleException {
        boolean first = record.sequence() == 1;
        if (first != (record.previousSnapshot() == null) || first != (record.previousRecord() == null)) {
            throw broken("only a document's first record has none before it");
        }
    }

    private void requireFollows(EvidenceRecord record, EvidenceRecord last) throws BrokenBundleException {
        boolean next = record.document().equals(last.document())
                && record.sequence() == last.sequence() + 1
                && Objects.equals(record.previousSnapshot(), last.snapshot());
        if (!next) {
            throw broken("it is not of the document's next snapshot");
        }
        if (!lastHash.equals(record.previousRecord())) {
            throw broken("the hash it has of the record before is not that record's");
        }
    }

    private BrokenBundleException broken(String reason) {
        return new BrokenBundleException(BundleLayout.RECORDS + " line " + (records.size() + 1), reason);
    }
}
