package dev.clausewatch.classifier.classification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A language model of the user's own that may write summaries beside ours. Without an address none is asked. */
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

    /** How long a change waits for a model that does not answer, until its summary is told to be unavailable. */
    @WithDefault("15m")
    Duration patience();

    /** How often to look for changes that wait for a summary. */
    @WithDefault("5s")
    Duration lookEvery();
}
