package dev.clausewatch.local;

import dev.clausewatch.servers.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One part as a process of its own: started, waited for, stopped, killed, started again. Not for several threads at once. */
public final class PartProcess {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOG_TAIL_LINES = 15;

    /** Ctrl-C reaches every process of the terminal at once; the launcher alone stops the parts, in their order. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private final Part part;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final RunFolder runFolder;
    private final Readiness readiness;
    private @Nullable Process process;

    PartProcess(
            Part part,
            List<String> command,
            Map<String, String> environment,
            Path log,
            RunFolder runFolder,
            Readiness readiness) {
        this.part = part;
        this.command = Stream.concat(DEAF_TO_CTRL_C.stream(), command.stream()).toList();
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.runFolder = runFolder;
        this.readiness = readiness;
    }

    /** Tells whether a part does its work. */
    interface Readiness {

        /** Called before the process starts. */
        void reset();

        boolean isReady();
    }

    /** How it is started. */
    List<String> command() {
        return command;
    }

    /** Which part it is. */
    public Part part() {
        return part;
    }

    /** Starts the process and returns at once. */
    public void start() {
        readiness.reset();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            Process started = builder.start();
            process = started;
            runFolder.write(part.label(), started.toHandle());
        } catch (IOException e) {
            throw new StackException(part.label() + " does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the part does its work.
     *
     * @throws StackException if it ends, or is not ready in time, with the end of its log
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!readiness.isReady()) {
            if (!isAlive()) {
                throw new StackException(part.label() + " ended while starting. The end of " + log + ":\n" + logTail());
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(part.label() + " is not ready after " + patience.toSeconds()
                        + " seconds. The end of " + log + ":\n" + logTail());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /**
     * The number of the process.
     *
     * @throws IllegalStateException if it was never started
     */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(part.label() + " was not started");
        }
        return running.pid();
    }

    /** Asks the process to end (SIGTERM) and returns at once. */
    void requestStop() {
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    /** Ends the process in good order; kills it when it does not end. */
    public void stop() {
        requestStop();
        awaitEnd();
    }

    /** Kills the process (SIGKILL), as a crash would. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        Process running = process;
        if (running != null) {
            Processes.awaitEnd(running.toHandle(), STOP_PATIENCE);
        }
        runFolder.remove(part.label());
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
