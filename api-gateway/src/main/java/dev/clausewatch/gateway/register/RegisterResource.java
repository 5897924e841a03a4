package dev.clausewatch.gateway.register;

import dev.clausewatch.events.RegisterPublished;
import dev.clausewatch.gateway.http.ApiProblems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of types, areas and laws. */
@Path("/api/v1/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register")
public class RegisterResource {

    private final RegisterRepository registers;

    RegisterResource(RegisterRepository registers) {
        this.registers = registers;
    }

    /** The newest register. */
    @GET
    @Operation(summary = "What provisions can do, which areas follow, and which laws are meant")
    public RegisterPublished getRegister() {
        return registers.newest().orElseThrow(() -> ApiProblems.notFound("register yet", "newest"));
    }
}
