package dev.clausewatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code up}.
 *
 * @param demo whether to play the demo
 * @param fresh whether to forget everything first
 * @param external whether to use servers that are already there
 * @param declarations a folder of the user's own
 * @param repository a Git repository of declarations, by its address
 * @param allowPrivateAddresses let the crawler fetch from private addresses
 * @param ports those that differ from the usual ones
 */
record UpOptions(
        boolean demo,
        boolean fresh,
        boolean external,
        Optional<Path> declarations,
        Optional<String> repository,
        boolean allowPrivateAddresses,
        Map<Part, Integer> ports) {

    UpOptions {
        ports = Map.copyOf(ports);
    }

    static UpOptions parse(List<String> arguments) throws UsageException {
        boolean demo = true;
        boolean fresh = false;
        boolean external = false;
        boolean allowPrivate = false;
        Optional<Path> declarations = Optional.empty();
        Optional<String> repository = Optional.empty();
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            switch (option) {
                case "--no-demo" -> demo = false;
                case "--fresh" -> fresh = true;
                case "--external" -> external = true;
                case "--allow-private-addresses" -> allowPrivate = true;
                case "--declarations" -> {
                    String place = value(arguments, ++i, option);
                    boolean address = place.matches("(?i)(https?|file)://.*");
                    repository = address ? Optional.of(place) : Optional.empty();
                    declarations = address ? Optional.empty() : Optional.of(folder(place));
                }
                case "--port" -> port(value(arguments, ++i, option), ports);
                default -> throw new UsageException("up has no option " + option + ". See ./clausewatch help.");
            }
        }
        boolean own = declarations.isPresent() || repository.isPresent();
        return new UpOptions(demo && !own, fresh, external, declarations, repository, allowPrivate, ports);
    }

    /** The stack that was asked for. */
    StackOptions stack(Path home, Path data, Map<String, String> environment) throws UsageException {
        StackOptions options =
                StackOptions.usual(home, data).withPorts(ports).allowingPrivateAddresses(allowPrivateAddresses);
        if (external) {
            options = options.on(ExternalServers.fromEnvironment(environment));
        }
        if (demo) {
            return options.watching(Demo.declarations(data), true).with(Demo.SETTINGS);
        }
        if (repository.isPresent()) {
            return options.watchingRepository(repository.get(), allowPrivateAddresses);
        }
        if (declarations.isPresent()) {
            return options.watching(declarations.get(), allowPrivateAddresses);
        }
        // The databases of others, and the settings of the user, may know of declarations that are not ours to end.
        boolean others =
                external || environment.containsKey("DECLARATIONS_DIR") || environment.containsKey("DECLARATIONS_GIT");
        return others ? options : options.watching(StackFiles.noDeclarations(data), allowPrivateAddresses);
    }

    /** What to do when everything runs. */
    String next(String gateway) {
        if (demo) {
            return "Three invented platforms publish new versions now. ○ is what a platform did, ◆ what subscribers are told.";
        }
        String subscribe = "POST " + gateway + "/api/v1/subscriptions";
        if (declarations.isPresent() || repository.isPresent()) {
            return String.format(
                    "Next: GET %s/api/v1/declarations/problems says what of your declarations is not in force; subscribe at%n%s.",
                    gateway, subscribe);
        }
        return String.format(
                "Next: put Open Terms Archive declarations into a folder and start with --declarations DIR, or send one to%n"
                        + "PUT %s/api/v1/declarations/NAME; subscribe at %s.",
                gateway, subscribe);
    }

    private static String value(List<String> arguments, int at, String option) throws UsageException {
        if (at >= arguments.size()) {
            throw new UsageException(option + " needs a value. See ./clausewatch help.");
        }
        return arguments.get(at);
    }

    private static Path folder(String value) throws UsageException {
        Path folder = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--declarations: " + folder
                    + " is not a folder, and no http, https or file address of a Git repository.");
        }
        return folder;
    }

    private static void port(String value, Map<Part, Integer> ports) throws UsageException {
        String[] parts = value.split("=", 2);
        Optional<Part> part = Part.byLabel(parts[0]);
        @Nullable Integer number = parts.length == 2 ? number(parts[1]) : null;
        if (part.isEmpty() || number == null) {
            throw new UsageException("--port takes NAME=NUMBER with a number from 1 to 65535 and one of these names: "
                    + String.join(
                            ", ",
                            java.util.Arrays.stream(Part.values())
                                    .map(Part::label)
                                    .toList())
                    + "; not " + value + ".");
        }
        ports.put(part.get(), number);
    }

    private static @Nullable Integer number(String digits) {
        try {
            int number = Integer.parseInt(digits);
            return number >= 1 && number <= 65_535 ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
