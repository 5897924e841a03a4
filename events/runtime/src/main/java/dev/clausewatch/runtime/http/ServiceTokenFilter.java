package dev.clausewatch.runtime.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets only callers with the service token through to {@link ServiceOnly} resources. */
@Provider
@ServiceOnly
class ServiceTokenFilter implements ContainerRequestFilter {

    private final byte[] expected;

    ServiceTokenFilter(@ConfigProperty(name = "clausewatch.service-token") String token) {
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw HttpProblem.builder()
                    .withTitle("Service token missing or wrong")
                    .withStatus(Response.Status.UNAUTHORIZED)
                    .withDetail(
                            "This address is for Clausewatch's own services: send \"Authorization: Bearer\" with the value of"
                                    + " SERVICE_TOKEN. People and programs use the api-gateway.")
                    .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
    }
}
