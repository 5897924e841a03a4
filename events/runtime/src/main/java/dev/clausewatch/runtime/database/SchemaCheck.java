package dev.clausewatch.runtime.database;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while events wait because a newer release has changed the schema. */
@Readiness
@ApplicationScoped
class SchemaCheck implements HealthCheck {

    private final NewerSchema newer;

    SchemaCheck(NewerSchema newer) {
        this.newer = newer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(!newer.isWaitedFor()).build();
    }
}
