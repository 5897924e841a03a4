package dev.clausewatch.runtime.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Not alive when a loop stopped: only a restart makes it go on. */
@Liveness
@ApplicationScoped
class LoopsCheck implements HealthCheck {

    private final LoopWatch watch;

    LoopsCheck(LoopWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Duration> stopped = watch.stopped();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("loops").status(stopped.isEmpty());
        stopped.forEach((name, time) -> answer.withData(name, "no round for " + time.toSeconds() + " s"));
        return answer.build();
    }
}
