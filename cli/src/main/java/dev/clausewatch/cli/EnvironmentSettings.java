package dev.clausewatch.cli;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command that works without the service use its settings: defaults, overridden by the same environment variables in the
 * same notation ({@code docs/operations.md}): durations as {@code 30s} or ISO 8601, sizes as {@code 30M}.
 */
public final class EnvironmentSettings {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Map<Character, Long> SIZES =
            Map.of('B', 1L, 'K', 1L << 10, 'M', 1L << 20, 'G', 1L << 30, 'T', 1L << 40);

    private final Map<String, String> environment;

    /** Reads from these variables. */
    public EnvironmentSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * A record of settings, each component of which is the variable {@code PREFIX_NAME_OF_COMPONENT} where that is set.
     *
     * @param names other names of variables, by the name of the component
     * @throws CommandFailedException with exit code 2, naming a variable that cannot be used
     */
    public <T extends Record> T over(T usual, String prefix, Map<String, String> names) {
        RecordComponent[] components = usual.getClass().getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                String words = HUMP.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
                types[i] = components[i].getType();
                values[i] = value(
                        prefix + "_" + names.getOrDefault(name, words),
                        types[i],
                        components[i].getAccessor().invoke(usual));
            }
            @SuppressWarnings("unchecked")
            T settings = (T) usual.getClass().getDeclaredConstructor(types).newInstance(values);
            return settings;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record of settings is public, with public components", e);
        }
    }

    /** A list of texts between commas; empty where the variable is not set. */
    public List<String> texts(String variable) {
        return List.of(environment.getOrDefault(variable, "").split(",", -1)).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private @Nullable Object value(String variable, Class<?> type, @Nullable Object usual) {
        String text = environment.getOrDefault(variable, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        if (type == String.class) {
            return text;
        }
        if (type == Path.class) {
            return Path.of(text);
        }
        if (type == boolean.class) {
            return read(variable, text, "true or false", EnvironmentSettings::flag);
        }
        if (type == Duration.class) {
            return read(variable, text, "a duration, such as 30s", EnvironmentSettings::duration);
        }
        if (type == int.class) {
            return read(variable, text, "a whole number", Integer::valueOf);
        }
        if (type == long.class) {
            return read(variable, text, "a size, such as 30M", EnvironmentSettings::size);
        }
        throw new IllegalStateException("No setting is a " + type);
    }

    private static <T> T read(String variable, String text, String wanted, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw CommandFailedException.unusable("%s is \"%s\": it has to be %s.".formatted(variable, text, wanted));
        }
    }

    /** {@code PT30S}, and as the services take it {@code 30s}, {@code 500ms}, {@code 1m30s} or {@code 30} for seconds. */
    private static Duration duration(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("P")) {
            return Duration.parse(upper);
        }
        if (upper.endsWith("MS")) {
            return Duration.ofMillis(Long.parseLong(upper.substring(0, upper.length() - 2)));
        }
        if (upper.endsWith("D")) {
            return Duration.parse("P" + upper);
        }
        return Character.isDigit(upper.charAt(upper.length() - 1))
                ? Duration.ofSeconds(Long.parseLong(upper))
                : Duration.parse("PT" + upper);
    }

    private static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "y", "on" -> true;
            case "false", "0", "no", "n", "off" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static long size(String text) {
        @Nullable Long unit = SIZES.get(Character.toUpperCase(text.charAt(text.length() - 1)));
        return unit == null ? Long.parseLong(text) : Long.parseLong(text.substring(0, text.length() - 1)) * unit;
    }
}
