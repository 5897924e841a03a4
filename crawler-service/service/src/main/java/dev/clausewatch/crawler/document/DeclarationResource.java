package dev.clausewatch.crawler.document;

import dev.clausewatch.crawler.declaration.DeclarationParser;
import dev.clausewatch.crawler.declaration.DeclarationProblem;
import dev.clausewatch.crawler.declaration.DocumentDefinition;
import dev.clausewatch.crawler.declaration.ParsedDeclaration;
import dev.clausewatch.runtime.http.Parameters;
import dev.clausewatch.runtime.http.Problem;
import dev.clausewatch.runtime.http.ServiceOnly;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declarations over HTTP, and what is wrong with those of the folder or repository. */
@Path("/declarations")
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
public class DeclarationResource {

    private final DocumentRegistry registry;
    private final DeclarationSchedule files;
    private final DeclarationParser parser;

    DeclarationResource(DocumentRegistry registry, DeclarationSchedule files, DocumentsConfig config) {
        this.registry = registry;
        this.files = files;
        this.parser = new DeclarationParser(config.cadence());
    }

    /** The documents of a declaration that came into force, and what of it is not followed. */
    public record Accepted(List<String> documents, List<String> warnings) {}

    /** The problems of the files. */
    public record ProblemList(List<DeclarationProblem> problems) {}

    /** Puts an Open Terms Archive declaration in force. */
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Accepted put(@PathParam("name") String name, String declaration) {
        ParsedDeclaration reading = parser.parse(name, declaration.getBytes(StandardCharsets.UTF_8));
        if (!reading.valid()) {
            throw problem(422, "The declaration is not valid", reading.problems());
        }
        List<DeclarationProblem> conflicts = registry.putDeclaration(reading);
        if (!conflicts.isEmpty()) {
            throw problem(409, "The declaration stands in another's way", conflicts);
        }
        return new Accepted(
                reading.documents().stream().map(DocumentDefinition::id).toList(),
                reading.documents().stream()
                        .flatMap(document -> document.warnings().stream())
                        .distinct()
                        .toList());
    }

    /** Retires the documents of a declaration that came over HTTP, or from files that the settings name no more. */
    @DELETE
    @Path("/{name}")
    public void delete(@PathParam("name") String name) {
        Set<DocumentOrigin> ours = files.hasPlace()
                ? EnumSet.of(DocumentOrigin.HTTP)
                : EnumSet.of(DocumentOrigin.HTTP, DocumentOrigin.FOLDER);
        if (registry.dropDeclaration(name, ours) > 0) {
            return;
        }
        if (registry.originOf(name).isPresent()) {
            throw HttpProblem.valueOf(
                    Status.CONFLICT,
                    "The declaration " + name + " is a file of the settings' folder or repository: remove the file.");
        }
        throw HttpProblem.valueOf(Status.NOT_FOUND, "No declaration over HTTP is named " + Problem.shown(name) + ".");
    }

    /** What is wrong with the files of the folder or repository. */
    @GET
    @Path("/problems")
    public ProblemList problems() {
        return new ProblemList(files.problems());
    }

    /** How a document is declared, today and in earlier times. */
    @GET
    @Path("/document")
    public DeclaredDocument document(@QueryParam("id") @Nullable String documentId) {
        String id = Parameters.needed("id", documentId, "the id of a document");
        return registry.find(id)
                .filter(document -> document.origin() != DocumentOrigin.IMPORT)
                .map(document -> DeclaredDocument.of(document, registry.history(id)))
                .orElseThrow(() -> HttpProblem.valueOf(
                        Status.NOT_FOUND, "No declaration has a document " + Problem.shown(id) + "."));
    }

    private static HttpProblem problem(int status, String title, List<DeclarationProblem> problems) {
        DeclarationProblem first = problems.getFirst();
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail("%s %s: %s. %s".formatted(first.file(), first.path(), first.reason(), first.remedy()))
                .with("problems", problems)
                .build();
    }
}
