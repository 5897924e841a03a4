package dev.clausewatch.crawler.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Records captures, many in one transaction: while one commits, the next ones gather, and whoever comes first then records them all.
 * A commit waits for the disk, so a transaction for each capture would be the limit of the crawler's pace.
 */
@ApplicationScoped
class RecordingQueue {

    private final CaptureRecorder recorder;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock recording = new ReentrantLock();

    RecordingQueue(CaptureRecorder recorder) {
        this.recorder = recorder;
    }

    /** A capture and, written under the lock, what became of it: an outcome, or why there is none. */
    private static final class Waiting {

        private final Capture capture;
        private @Nullable RecordingResult outcome;
        private @Nullable Throwable failure;

        private Waiting(Capture capture) {
            this.capture = capture;
        }

        private boolean isOpen() {
            return outcome == null && failure == null;
        }
    }

    /** Returns when the capture is recorded, with what became of it. */
    RecordingResult record(Capture capture) {
        recorder.prepare(capture.result());
        Waiting mine = new Waiting(capture);
        queue.add(mine);
        recording.lock();
        try {
            if (mine.isOpen()) {
                recordAll();
            }
        } finally {
            recording.unlock();
        }
        switch (mine.failure) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> {}
        }
        return mine.outcome == null ? RecordingResult.DROPPED : mine.outcome;
    }

    private void recordAll() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
        }
        if (batch.size() > 1) {
            recordTogether(batch);
        }
        batch.stream().filter(Waiting::isOpen).forEach(this::recordAlone);
    }

    /** What cannot be written together, for whatever reason, is written one by one. */
    private void recordTogether(List<Waiting> batch) {
        try {
            Map<String, RecordingResult> outcomes = recorder.record(
                    batch.stream().map(waiting -> waiting.capture).toList());
            batch.forEach(waiting ->
                    waiting.outcome = outcomes.get(waiting.capture.due().claim().token()));
        } catch (RuntimeException | Error e) {
            return;
        }
    }

    private void recordAlone(Waiting waiting) {
        try {
            waiting.outcome = recorder.record(waiting.capture);
        } catch (RuntimeException | Error e) {
            waiting.failure = e;
        }
    }
}
