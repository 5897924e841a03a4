package dev.clausewatch.crawler.bundle;

import dev.clausewatch.crawler.RawBytes;
import dev.clausewatch.crawler.archive.Archive;
import dev.clausewatch.crawler.bundle.BundleRepository.Extent;
import dev.clausewatch.crawler.evidence.EvidenceLog;
import dev.clausewatch.crawler.evidence.EvidenceLog.SignedTree;
import dev.clausewatch.crawler.evidence.LoggedRecord;
import dev.clausewatch.events.DocumentRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Makes bundles of what the database holds, as files that live only while they are sent: a bundle may be larger than the heap. */
@ApplicationScoped
class BundleExport implements BundleContents {

    private static final int MOST_SNAPSHOTS = 10_000;

    private final BundleRepository repository;
    private final Archive archive;
    private final EvidenceLog log;
    private final long largest;
    private final Semaphore permits;

    BundleExport(BundleRepository repository, Archive archive, EvidenceLog log, BundleConfig config) {
        this.repository = repository;
        this.archive = archive;
        this.log = log;
        this.largest = config.largest().asLongValue();
        this.permits = new Semaphore(config.atOnce());
    }

    BundleOutcome make(BundleRequest request) throws IOException {
        Optional<DocumentRef> document = repository.document(request.documentId());
        Extent extent = repository.extent(request);
        if (document.isEmpty() || extent.snapshots() == 0) {
            return new BundleOutcome.Nothing();
        }
        if (extent.bytes() > largest || extent.snapshots() > MOST_SNAPSHOTS) {
            return new BundleOutcome.TooLarge(extent.snapshots(), extent.bytes());
        }
        if (!permits.tryAcquire()) {
            return new BundleOutcome.Busy();
        }
        try {
            return write(request, bundle(document.get(), request));
        } finally {
            permits.release();
        }
    }

    private Bundle bundle(DocumentRef document, BundleRequest request) {
        SignedTree tree = log.newest().orElse(new SignedTree(0, ""));
        List<LoggedRecord> records = records(request);
        if (!records.stream().allMatch(tree::holds)) {
            tree = log.upToDate().orElseThrow();
            records = records(request);
            if (!records.stream().allMatch(tree::holds)) {
                throw new IllegalStateException(
                        "The records of before this log are still being written; try again soon");
            }
        }
        return new Bundle(
                document,
                records,
                log.inclusions(records.stream().map(LoggedRecord::leaf).toList(), tree.size()),
                tree.size(),
                tree.note(),
                request.change());
    }

    private List<LoggedRecord> records(BundleRequest request) {
        return log.records(request.documentId(), request.from(), request.to());
    }

    private BundleOutcome write(BundleRequest request, Bundle bundle) throws IOException {
        Path path = Files.createTempFile("clausewatch-", ".zip");
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        boolean whole = false;
        try {
            new BundleWriter(bundle, this, log.key()).write(file, log.origin());
            file.position(0);
            whole = true;
            return new BundleOutcome.Made(file, file.size(), request.name() + ".evidence.zip");
        } finally {
            if (!whole) {
                file.close();
            }
        }
    }

    @Override
    public byte[] record(String snapshotId) {
        return log.bytes(snapshotId);
    }

    @Override
    public String text(String snapshotId) {
        return repository.text(snapshotId);
    }

    @Override
    public byte[] raw(String sha256) {
        return archive.raw(sha256)
                .map(RawBytes::array)
                .orElseThrow(() -> new IllegalStateException("The bytes of a snapshot are gone: " + sha256));
    }
}
