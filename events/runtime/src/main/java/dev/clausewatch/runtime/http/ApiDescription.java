package dev.clausewatch.runtime.http;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What the descriptions of all APIs share: an error is a problem, and a service that names no other way in takes the service token.
 */
public class ApiDescription implements OASFilter {

    private static final String TOKEN = "service-token";
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.addSchema(PROBLEM, problem());
        components.addResponse(PROBLEM, response());
        if (components.getSecuritySchemes() == null
                || components.getSecuritySchemes().isEmpty()) {
            components.addSecurityScheme(TOKEN, token());
            api.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        }
        if (api.getPaths() != null) {
            api.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().values().forEach(ApiDescription::errors));
        }
    }

    private static void errors(Operation operation) {
        if (operation.getResponses() != null && !operation.getResponses().hasAPIResponse("default")) {
            operation
                    .getResponses()
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
        }
    }

    private static SecurityScheme token() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("SERVICE_TOKEN of this installation: for its own services. People and programs use the"
                        + " api-gateway.");
    }

    private static APIResponse response() {
        return OASFactory.createAPIResponse()
                .description("What is wrong, and what to do (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A problem; further members name the field or parameter, the reason and the remedy.")
                .addProperty("type", text("A stable name of the kind of problem"))
                .addProperty("title", text("The kind of problem, for people"))
                .addProperty("status", number("The status of the answer"))
                .addProperty("detail", text("What is wrong with this request, and what to do"))
                .addProperty("instance", text("The path of the request"))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(Boolean.TRUE));
    }

    private static Schema number(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
