package dev.clausewatch.classifier.languagemodel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A language model of the user's own that may write summaries beside ours, and read provisions. Without an address none is asked. */
@ConfigMapping(prefix = "clausewatch.language-model")
public interface LanguageModelConfig {

    /** Address of an OpenAI-compatible API, with its version: {@code https://host/v1}. */
    Optional<URI> url();

    /** Name of the model there. */
    String model();

    /** What it wants as a bearer token; some want none. */
    Optional<String> key();

    /** How long one answer may take. */
    @WithDefault("20s")
    Duration timeout();

    /** How often it is asked at most on one day (UTC), by all processes together. */
    @WithDefault("200")
    int callsPerDay();

    /** How long a change waits for a model that does not answer, until what it was asked for is told to be unavailable. */
    @WithDefault("15m")
    Duration patience();

    /** How often to look for changes that wait for it. */
    @WithDefault("5s")
    Duration lookEvery();

    /** Whether it reads provisions, too, and what comes of it. */
    @WithDefault("off")
    Provisions provisions();

    /** What a language model's reading of provisions is for. */
    enum Provisions {
        /** It reads none. */
        OFF,
        /** What it reads is shown beside the built-in answer, which decides. */
        BESIDE,
        /** Its types take the place of the built-in ones, which are shown beside them. */
        DECIDES
    }

    /** Whether provisions are read. */
    static boolean readsProvisions(LanguageModelConfig config) {
        return config.url().isPresent() && config.provisions() != Provisions.OFF;
    }
}
