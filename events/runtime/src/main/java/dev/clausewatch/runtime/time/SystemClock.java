package dev.clausewatch.runtime.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock of every service. */
@Singleton
public class SystemClock {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    /** The clock of this machine in whole microseconds: what databases and events keep unchanged. */
    @Produces
    @Singleton
    @DefaultBean
    public static Clock inMicroseconds() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
