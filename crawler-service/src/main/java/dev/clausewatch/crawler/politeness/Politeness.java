package dev.clausewatch.crawler.politeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;

/** Opens visits to sites that follow their robots.txt and their pace. */
@ApplicationScoped
public class Politeness {

    private final HostRepository hosts;
    private final Robots robots;
    private final PolitenessConfig config;

    Politeness(HostRepository hosts, Robots robots, PolitenessConfig config) {
        this.hosts = hosts;
        this.robots = robots;
        this.config = config;
    }

    /**
     * Begins the requests of one capture.
     *
     * @param holder who holds the host
     * @param host a host that was taken for the holder with {@link HostRepository#take}
     * @param wanted asked now and then, at least between two requests: keeps what the capture holds, and says whether it goes on
     */
    public Visit visit(String holder, String host, BooleanSupplier wanted) {
        return new Visit(hosts, robots, config, holder, host, wanted);
    }
}
