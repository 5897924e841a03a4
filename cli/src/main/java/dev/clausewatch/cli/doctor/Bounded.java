package dev.clausewatch.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a check for a bounded time. One that hangs is left behind on a thread that the process does not wait for. */
final class Bounded {

    private Bounded() {}

    /** What the check found; that it could not be done when it takes longer, or when nobody answers. */
    static List<Finding> run(String name, Duration longest, Callable<List<Finding>> check) throws InterruptedException {
        FutureTask<List<Finding>> task = new FutureTask<>(check);
        Thread.ofPlatform().daemon().name("doctor-" + name).start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return List.of(Finding.unknown(
                    name,
                    "It takes longer than " + longest.toSeconds() + " s.",
                    "Try again, or from a machine nearer to the installation."));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                return List.of(Finding.unknown(
                        name,
                        String.valueOf(refused.getMessage()),
                        "Mend the connection or the rights that this names, then look again."));
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
