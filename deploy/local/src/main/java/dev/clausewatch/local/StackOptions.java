package dev.clausewatch.local;

import dev.clausewatch.servers.Ports;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack is made of.
 *
 * @param home the checkout with the packaged services
 * @param data where everything is kept between runs
 * @param ports of each part
 * @param external the servers to use instead of our own; empty starts them
 * @param declarations the folder of declarations to watch; empty watches none
 * @param allowPrivateAddresses let the crawler fetch from private addresses
 * @param settings more environment variables for the services
 * @param services those that run
 */
public record StackOptions(
        Path home,
        Path data,
        Map<Part, Integer> ports,
        Optional<ExternalServers> external,
        Optional<Path> declarations,
        boolean allowPrivateAddresses,
        Map<String, String> settings,
        List<Part> services) {

    public StackOptions {
        ports = Map.copyOf(ports);
        settings = Map.copyOf(settings);
        services = List.copyOf(services);
    }

    /** A stack of its own on the usual ports, watching nothing. */
    public static StackOptions usual(Path home, Path data) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, part.usualPort());
        }
        return new StackOptions(home, data, ports, Optional.empty(), Optional.empty(), false, Map.of(), Part.SERVICES);
    }

    /** The same on other ports. */
    public StackOptions withPorts(Map<Part, Integer> changed) {
        Map<Part, Integer> all = new EnumMap<>(ports);
        all.putAll(changed);
        return new StackOptions(home, data, all, external, declarations, allowPrivateAddresses, settings, services);
    }

    /** The same with a crawler that reads from private addresses, whatever it watches, or not. */
    StackOptions allowingPrivateAddresses(boolean allowed) {
        return new StackOptions(home, data, ports, external, declarations, allowed, settings, services);
    }

    /** The same on ports that nobody has now. */
    public StackOptions onFreePorts() {
        Iterator<Integer> free = Ports.free(Part.values().length).iterator();
        Map<Part, Integer> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, free.next());
        }
        return withPorts(all);
    }

    /** The same with a folder of declarations. */
    public StackOptions watching(Path folder, boolean privateAddressesToo) {
        return new StackOptions(
                home, data, ports, external, Optional.of(folder), privateAddressesToo, settings, services);
    }

    /** The same with a Git repository of declarations. */
    public StackOptions watchingRepository(String address, boolean privateAddressesToo) {
        return new StackOptions(
                home,
                data,
                ports,
                external,
                Optional.empty(),
                privateAddressesToo,
                Map.of("DECLARATIONS_GIT", address),
                services);
    }

    /** The same with servers that are already there. */
    public StackOptions on(ExternalServers servers) {
        return new StackOptions(
                home, data, ports, Optional.of(servers), declarations, allowPrivateAddresses, settings, services);
    }

    /** The same with more environment variables. */
    public StackOptions with(Map<String, String> more) {
        return new StackOptions(home, data, ports, external, declarations, allowPrivateAddresses, more, services);
    }

    /** The same with these services only. */
    public StackOptions only(Part... some) {
        return new StackOptions(
                home, data, ports, external, declarations, allowPrivateAddresses, settings, List.of(some));
    }

    /**
     * Checks that no two parts are to listen on the same port.
     *
     * @throws UsageException naming both
     */
    void checkDifferentPorts(List<Part> needed) throws UsageException {
        Map<Integer, Part> owners = new HashMap<>();
        for (Part part : needed) {
            Part owner = owners.putIfAbsent(port(part), part);
            if (owner != null) {
                throw new UsageException("Port " + port(part) + " would be for both " + owner.label() + " and "
                        + part.label() + ". Choose another one: ./clausewatch up --port " + part.label() + "="
                        + (port(part) + 100));
            }
        }
    }

    int port(Part part) {
        return ports.getOrDefault(part, part.usualPort());
    }
}
