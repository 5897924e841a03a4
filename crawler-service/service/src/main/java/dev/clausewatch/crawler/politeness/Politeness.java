package dev.clausewatch.crawler.politeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;

/** Opens visits to sites that follow their robots.txt and their pace. */
@ApplicationScoped
public class Politeness {

    private final HostRepository hosts;
    private final Robots robots;
    private final UnlimitedHosts unlimited;
    private final PolitenessConfig config;

    Politeness(HostRepository hosts, Robots robots, UnlimitedHosts unlimited, PolitenessConfig config) {
        this.hosts = hosts;
        this.robots = robots;
        this.unlimited = unlimited;
        this.config = config;
    }

    /**
     * Begins the requests of one capture.
     *
     * @param holder who holds the host
     * @param host a host that was taken for the holder with {@link HostRepository#take}, or an unlimited one
     * @param wanted asked now and then, at least between two requests: keeps what the capture holds, and says whether it goes on
     */
    public Visit visit(String holder, String host, BooleanSupplier wanted) {
        return new Visit(hosts, robots, unlimited, config, holder, host, wanted);
    }
}
