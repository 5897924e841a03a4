package dev.clausewatch.crawler.commands;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The settings of the service for a command: their defaults, the environment, and what the command's options switch on. */
final class CommandSettings {

    private static final int ABOVE_THE_ENVIRONMENT = 1000;

    private CommandSettings() {}

    /**
     * Reads settings.
     *
     * @param on names that an option sets to true
     * @param mappings the {@code *Config} interfaces that are wanted
     */
    static SmallRyeConfig with(List<String> on, Class<?>... mappings) {
        Map<String, String> options = on.stream().collect(Collectors.toMap(Function.identity(), name -> "true"));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(options, "options of the command", ABOVE_THE_ENVIRONMENT));
        for (Class<?> mapping : mappings) {
            builder.withMapping(mapping);
        }
        return builder.build();
    }
}
