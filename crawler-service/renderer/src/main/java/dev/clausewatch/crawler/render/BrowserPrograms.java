package dev.clausewatch.crawler.render;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programs that rendering needs, as the machine has them. */
sealed interface BrowserPrograms {

    /** Between the folders of the PATH. */
    Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

    /** Both are there. */
    record Found(Path chromium, Path node) implements BrowserPrograms {}

    /**
     * One is not.
     *
     * @param detail a sentence for people: what is missing, and how to get it
     */
    record Missing(String detail) implements BrowserPrograms {}

    /** Looks where the settings say, else on the PATH. */
    static BrowserPrograms look(RenderSettings settings, Map<String, String> environment) {
        Path chromium = find(settings.browser(), environment, List.of("chromium", "chromium-browser", "google-chrome"));
        if (chromium == null) {
            return new Missing(missing("Chromium", "chromium", "CLAUSEWATCH_RENDER_BROWSER", settings.browser()));
        }
        Path node = find(settings.node(), environment, List.of("node", "nodejs"));
        return node == null
                ? new Missing(missing(
                        "Node.js, which drives Chromium,", "nodejs", "CLAUSEWATCH_RENDER_NODE", settings.node()))
                : new Found(chromium, node);
    }

    private static String missing(String what, String installed, String setting, @Nullable Path configured) {
        String where = configured == null ? "on the PATH" : "at " + configured;
        return "%s is not %s. Install it (Debian: apt-get install %s), or name its program in %s."
                .formatted(what, where, installed, setting);
    }

    private static @Nullable Path find(@Nullable Path configured, Map<String, String> environment, List<String> names) {
        if (configured != null) {
            return Files.isExecutable(configured) ? configured : null;
        }
        String[] folders = SEPARATOR.split(environment.getOrDefault("PATH", ""));
        return names.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
                .findFirst()
                .orElse(null);
    }
}
