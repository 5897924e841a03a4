package dev.clausewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.servers.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the script builds, with a Maven and a Java that only say what they were asked for. */
class ScriptTest {

    private static final List<String> JARS = List.of(
            "deploy/local/target/clausewatch-local.jar",
            "benchmarks/target/benchmarks.jar",
            "cli/target/clausewatch-cli.jar",
            "crawler-service/service/target/quarkus-app/quarkus-run.jar",
            "diff-service/service/target/quarkus-app/quarkus-run.jar",
            "classifier-service/service/target/quarkus-app/quarkus-run.jar",
            "alert-service/target/quarkus-app/quarkus-run.jar",
            "api-gateway/target/quarkus-app/quarkus-run.jar");

    private final List<Process> running = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private record Ran(int exitCode, String said) {
        boolean built() {
            return said.contains("Building Clausewatch");
        }
    }

    @BeforeEach
    void copy() throws IOException {
        folder = folder.toRealPath();
        Files.copy(
                Path.of("..", "..", "clausewatch"), folder.resolve("clausewatch"), StandardCopyOption.COPY_ATTRIBUTES);
        write("diff-service/src/main/java/Differ.java", "");
        program("tools/bin/javac", "");
        program("tools/bin/java", """
                case "$*" in
                    *-version*) echo 'openjdk version "25"' ;;
                    *"Launcher $HOME down"*) echo "java $*"; for file in "$HOME"/.clausewatch/run/*.pid; do kill "$(cut -d' ' -f1 "$file")"; rm "$file"; done ;;
                    *) echo "java $*" ;;
                esac
                """);
        program("tools/bin/mvn", """
                case "$*" in
                    *--version*) echo 'Apache Maven 3.9.16' ;;
                    *) for jar in JARS; do mkdir -p "$(dirname "$jar")"; touch "$jar"; done; echo '[INFO] BUILD SUCCESS' ;;
                esac
                """.replace("JARS", String.join(" ", JARS)));
    }

    @AfterEach
    void stop() {
        running.forEach(Process::destroyForcibly);
    }

    @Test
    void buildsOnceAndNotAgainWhenEverythingInItsFolderIsForgotten() throws IOException, InterruptedException {
        assertTrue(run("rules", "check", "x").built());
        Folders.delete(folder.resolve(".clausewatch"));
        Ran again = run("rules", "check", "x");
        assertFalse(again.built(), again.said());
        assertTrue(again.said().contains("Clausewatch rules check x"), again.said());
    }

    @Test
    void buildsAgainWhenASourceChangedOrSomethingBuiltIsMissing() throws IOException, InterruptedException {
        run("rules", "check", "x");
        changeSource();
        assertTrue(run("rules", "check", "x").built());
        for (String jar : JARS) {
            Files.delete(folder.resolve(jar));
            assertTrue(run("rules", "check", "x").built(), jar);
        }
    }

    @Test
    void buildsNothingOverWhatRunsAndSaysSo() throws IOException, InterruptedException {
        run("rules", "check", "x");
        changeSource();
        startPart("launcher");
        for (String[] command : List.of(new String[] {"rules", "check", "x"}, new String[] {"up"})) {
            Ran ran = run(command);
            assertFalse(ran.built(), ran.said());
            assertTrue(ran.said().contains("what was built before is used"), ran.said());
            assertTrue(ran.said().contains("java "), ran.said());
        }
    }

    @Test
    void refusesToBuildWhatIsMissingWhileTheRestRuns() throws IOException, InterruptedException {
        run("rules", "check", "x");
        Files.delete(folder.resolve(JARS.getLast()));
        startPart("alert-service");
        Ran ran = run("rules", "check", "x");
        assertEquals(2, ran.exitCode(), ran.said());
        assertTrue(ran.said().contains("./clausewatch down"), ran.said());
    }

    @Test
    void testsNothingOverWhatRuns() throws IOException, InterruptedException {
        startPart("alert-service");
        Ran ran = run("test");
        assertEquals(2, ran.exitCode(), ran.said());
        assertTrue(ran.said().contains("./clausewatch down"), ran.said());
        assertFalse(ran.said().contains("BUILD SUCCESS"), ran.said());
    }

    @Test
    void upStopsWhatAKilledRunLeftBehindBeforeItBuilds() throws IOException, InterruptedException {
        run("rules", "check", "x");
        changeSource();
        startPart("alert-service");
        Ran ran = run("up");
        assertTrue(ran.said().contains("Launcher " + folder + " down"), ran.said());
        assertTrue(ran.built(), ran.said());
    }

    @Test
    void takesAnotherProgramWithTheNumberOfAnEndedOneForNothing() throws IOException, InterruptedException {
        run("rules", "check", "x");
        changeSource();
        write(".clausewatch/run/launcher.pid", ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z");
        assertTrue(run("rules", "check", "x").built());
    }

    /** As if everything was built an hour ago. */
    private void changeSource() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("target/built"), FileTime.from(Instant.now().minusSeconds(3_600)));
    }

    /** A process that names our folder in its arguments, as every part does, and its pid file. */
    private void startPart(String name) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "while :; do sleep 1; done", folder + "/" + name).start();
        running.add(process);
        write(".clausewatch/run/" + name + ".pid", process.pid() + " 2026-01-01T00:00:00Z");
    }

    private void program(String path, String script) throws IOException {
        write(path, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(folder.resolve(path), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("clausewatch").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("tools").toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment()
                .merge("PATH", folder.resolve("tools/bin").toString(), (path, tools) -> tools + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
