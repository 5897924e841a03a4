package dev.clausewatch.cli.crawler;

import dev.clausewatch.crawler.imports.ImportAnswer;
import dev.clausewatch.crawler.imports.ImportAnswer.DocumentAnswer;
import dev.clausewatch.crawler.imports.ImportAnswer.Refusal;
import dev.clausewatch.crawler.imports.ImportAnswer.UnreadableVersion;
import dev.clausewatch.crawler.imports.ImportPositions.Position;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says how an import goes and what came of it. Thread-safe. */
final class ImportReport {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final String archive;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, Refusal> refused = new TreeMap<>();
    private final Set<String> documents = new TreeSet<>();
    private final Set<String> withText = new HashSet<>();
    private final Map<String, Integer> keptAs = new TreeMap<>();
    private int total;
    private int written;
    private int equal;
    private int known;
    private int unreadable;
    private long begun = System.nanoTime();
    private long said = begun;

    ImportReport(String archive, PrintWriter out, PrintWriter err) {
        this.archive = archive;
        this.out = out;
        this.err = err;
    }

    /** A document that is imported, wholly or from where it got to before. */
    synchronized void document(Position position) {
        documents.add(position.document());
        if (position.hasText()) {
            withText.add(position.document());
        }
        if (position.archive() != null && !position.archive().equals(archive)) {
            keptAs.merge(position.archive(), 1, Integer::sum);
        }
    }

    synchronized void begin(int versions) {
        total = versions;
        begun = System.nanoTime();
        said = begun;
    }

    synchronized void refused(String document, Refusal refusal) {
        refused.put(document, refusal);
    }

    synchronized boolean isRefused(String document) {
        return refused.containsKey(document);
    }

    synchronized void unreadable(UnreadableVersion version) {
        unreadable++;
        out.printf("Left out: %s of commit %s. %s%n", version.path(), version.commit(), version.detail());
    }

    synchronized void answered(ImportAnswer answer) {
        for (DocumentAnswer document : answer.documents()) {
            written += document.written();
            equal += document.equal();
            known += document.known();
            document.unreadable().forEach(this::unreadable);
            if (document.written() + document.equal() > 0) {
                withText.add(document.document());
            }
            if (document.refused() != null) {
                refused.put(document.document(), document.refused());
            }
        }
        if (System.nanoTime() - said >= EVERY.toNanos()) {
            said = System.nanoTime();
            progress();
        }
    }

    private void progress() {
        int left = Math.max(0, total - written - equal - known - unreadable);
        double perSecond = perSecond();
        err.printf(
                Locale.ROOT,
                "  %,d of %,d versions, %.0f a second, %,.0f s left%n",
                total - left,
                total,
                perSecond,
                perSecond > 0 ? left / perSecond : 0);
        err.flush();
    }

    private double perSecond() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return seconds > 0 ? (written + equal + unreadable) / seconds : 0;
    }

    /** Says what came of it; whether every document was imported. */
    synchronized boolean conclude() {
        refused.forEach((document, refusal) -> out.printf("Refused (%s): %s%n", refusal.reason(), refusal.detail()));
        documents.removeAll(refused.keySet());
        documents.stream()
                .filter(document -> !withText.contains(document))
                .forEach(document -> out.printf("Without a text: no version of %s could be read.%n", document));
        documents.retainAll(withText);
        keptAs.forEach((before, number) -> out.printf(
                Locale.ROOT,
                "%,d documents were imported as from %s before, and those versions stay so: what was recorded is not rewritten. New ones are from %s.%n",
                number,
                before,
                archive));
        out.printf(
                Locale.ROOT,
                "%,d versions are new, %,d say the same as the one before in our format, %,d could not be read.%n",
                written,
                equal,
                unreadable);
        out.printf(
                Locale.ROOT,
                "import: archive=%s documents=%d versions=%d skipped=%d per-s=%.0f%n",
                archive,
                documents.size(),
                written,
                equal + unreadable,
                perSecond());
        out.flush();
        return refused.isEmpty();
    }
}
