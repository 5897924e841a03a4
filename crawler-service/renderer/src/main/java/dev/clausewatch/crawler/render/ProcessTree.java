package dev.clausewatch.crawler.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A process with all it started. */
final class ProcessTree {

    private static final long PAGE = 4096;
    private static final int PATIENCE_SECONDS = 2;

    private final ProcessHandle root;

    ProcessTree(ProcessHandle root) {
        this.root = root;
    }

    /**
     * Ends all of them: the root's grandchildren, which are Chromium, may end what they started, then the rest goes from the leaves to
     * the root. Whoever is left without its parent would stay as a zombie where nobody collects those, as in most containers.
     */
    void kill() {
        List<ProcessHandle> children = root.children().toList();
        List<ProcessHandle> grandchildren =
                children.stream().flatMap(ProcessHandle::children).toList();
        grandchildren.forEach(ProcessHandle::destroy);
        await(grandchildren);
        root.descendants().toList().reversed().forEach(ProcessHandle::destroyForcibly);
        await(children);
        root.destroyForcibly();
    }

    /** Waits until they have ended, for a short time. */
    static void await(List<ProcessHandle> processes) {
        var all = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            // Those that did not end are killed.
            return;
        }
    }

    /** Whether the root lives, and at least as many as that under it. */
    boolean alive(int atLeast) {
        return root.isAlive() && root.descendants().count() >= atLeast;
    }

    /** Resident memory of the largest, in bytes; 0 where the system does not tell (it is read from Linux's /proc). */
    long largest() {
        return root.descendants().mapToLong(ProcessTree::resident).max().orElse(0);
    }

    private static long resident(ProcessHandle process) {
        try {
            String[] pages = Files.readString(Path.of("/proc/" + process.pid() + "/statm"))
                    .split(" ", -1);
            return pages.length < 2 ? 0 : Long.parseLong(pages[1]) * PAGE;
        } catch (IOException e) {
            return 0;
        }
    }
}
