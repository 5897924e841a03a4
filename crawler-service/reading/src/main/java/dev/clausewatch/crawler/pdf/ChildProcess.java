package dev.clausewatch.crawler.pdf;

import dev.clausewatch.events.TextFormat;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.logging.Logger;
import org.jspecify.annotations.NullMarked;

/**
 * A JVM that runs {@link PdfProcess}: with little memory, without our environment and its secrets, and dead when its time is over, when
 * it is closed, or when we are dead ourselves.
 */
final class ChildProcess implements AutoCloseable {

    /** One class of every jar that it needs; where they are is where they were loaded from, packaged or not. */
    private static final List<Class<?>> NEEDED = List.of(
            PdfProcess.class,
            TextFormat.class,
            NullMarked.class,
            PDDocument.class,
            FontBoxFont.class,
            RandomAccessRead.class,
            LogFactory.class,
            Logger.class);

    private final Process process;
    private final AtomicBoolean outOfTime = new AtomicBoolean();

    private ChildProcess(Process process) {
        this.process = process;
    }

    static ChildProcess start(PdfLimits limits) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(limits)).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        ChildProcess child = new ChildProcess(builder.start());
        CompletableFuture.delayedExecutor(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .execute(child::endLate);
        return child;
    }

    private static List<String> command(PdfLimits limits) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + limits.heapMegabytes() + "m");
        // A short life: no second compiler, no parallel collector, no files beside it.
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+SuppressFatalErrorMessage",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", classPath(), PdfProcess.class.getName(), Integer.toString(limits.pages())));
        return command;
    }

    private static String classPath() {
        return NEEDED.stream()
                .flatMap(ChildProcess::place)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Stream<String> place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Stream.empty()
                    : Stream.of(Path.of(source.getLocation().toURI()).toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A jar has an address", e);
        }
    }

    /** A process that ends early takes no more; why, its exit code says. */
    void send(byte[] pdf) {
        try {
            DataOutputStream out = new DataOutputStream(process.getOutputStream());
            out.writeInt(pdf.length);
            out.write(pdf);
            out.flush();
        } catch (IOException e) {
            return;
        }
    }

    /** All that it writes; one that writes more than it may is ended. */
    byte[] receive(int limit) throws IOException {
        InputStream in = process.getInputStream();
        byte[] out = in.readNBytes(limit + 1);
        if (out.length > limit) {
            process.destroyForcibly();
        }
        return out;
    }

    /** Sends nothing more: to the process we are gone. */
    void leave() throws IOException {
        process.getOutputStream().close();
    }

    int exit() {
        return process.onExit().join().exitValue();
    }

    boolean isOutOfTime() {
        exit();
        return outOfTime.get();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void endLate() {
        if (process.isAlive()) {
            outOfTime.set(true);
            process.destroyForcibly();
        }
    }
}
