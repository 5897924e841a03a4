package dev.clausewatch.crawler.render;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of a renderer that a test changes where it has to. */
final class SettingsDraft {

    private static final long MEBIBYTE = 1024 * 1024;

    private @Nullable Path browser;
    private Duration deadline = Duration.ofSeconds(45);
    private Duration settle = Duration.ofSeconds(10);
    private Duration idle = Duration.ofMinutes(2);
    private long pageBytes = 30 * MEBIBYTE;
    private long memory = 1024 * MEBIBYTE;

    SettingsDraft browser(String path) {
        browser = Path.of(path);
        return this;
    }

    SettingsDraft deadline(Duration time) {
        deadline = time;
        return this;
    }

    SettingsDraft settle(Duration time) {
        settle = time;
        return this;
    }

    SettingsDraft idle(Duration time) {
        idle = time;
        return this;
    }

    SettingsDraft pageMebibytes(int number) {
        pageBytes = number * MEBIBYTE;
        return this;
    }

    SettingsDraft memoryMebibytes(int number) {
        memory = number * MEBIBYTE;
        return this;
    }

    RenderSettings settings() {
        return new RenderSettings(
                browser, null, 1, deadline, settle, Duration.ofMillis(500), idle, pageBytes, 300, memory, true);
    }
}
