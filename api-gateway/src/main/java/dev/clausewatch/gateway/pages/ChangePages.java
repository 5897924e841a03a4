package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangeParameters;
import dev.clausewatch.gateway.changes.ChangeSummary;
import dev.clausewatch.gateway.changes.Changes;
import dev.clausewatch.gateway.documents.DocumentRepository;
import dev.clausewatch.gateway.documents.Unprocessed;
import dev.clausewatch.gateway.documents.UnprocessedRepository;
import dev.clausewatch.gateway.feeds.ChangeMarkdown;
import dev.clausewatch.gateway.http.ApiProblems;
import dev.clausewatch.gateway.http.ItemPage;
import dev.clausewatch.gateway.platforms.PlatformRepository;
import dev.clausewatch.gateway.register.Register;
import dev.clausewatch.gateway.register.RegisterRepository;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The latest changes, and one change with its redline. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ChangePages {

    private static final int MOST_PLATFORMS = 500;

    private final Frames frames;
    private final Changes changes;
    private final PlatformRepository platforms;
    private final RegisterRepository registers;
    private final DocumentRepository documents;
    private final UnprocessedRepository unprocessed;

    ChangePages(
            Frames frames,
            Changes changes,
            PlatformRepository platforms,
            RegisterRepository registers,
            DocumentRepository documents,
            UnprocessedRepository unprocessed) {
        this.frames = frames;
        this.changes = changes;
        this.platforms = platforms;
        this.registers = registers;
        this.documents = documents;
        this.unprocessed = unprocessed;
    }

    /** The latest changes. */
    @GET
    public TemplateInstance home(@BeanParam ChangeParameters given, @Context UriInfo request) {
        ItemPage<ChangeSummary> page = changes.list(given);
        Register register = registers.titles(null);
        HomeView view = new HomeView(
                HealthCount.of(documents.countByHealth()),
                given.document == null ? List.of() : unprocessed.of(given.document),
                HomeView.days(page.items(), register),
                HomeView.platforms(platforms.list("", MOST_PLATFORMS), given.platform),
                HomeView.areas(register.areas(), given.area),
                HomeView.filter(given),
                Addresses.next(request, page.next()),
                given.cursor == null);
        return Templates.home(frames.frame("Latest changes", "changes"), view);
    }

    /** One change. */
    @GET
    @Path("/changes/{id}")
    public TemplateInstance change(@PathParam("id") String id) {
        ChangeDetail change = changes.find(id).orElseThrow(() -> ApiProblems.notFound("change", id));
        String title = change.document().platform() + ", " + change.document().termsType();
        List<Unprocessed> missing = unprocessed.of(change.document().id()).stream()
                .filter(one -> id.equals(one.changeId()))
                .toList();
        return Templates.change(frames.frame(title, "changes"), change, missing);
    }

    /** The same as Markdown. */
    @GET
    @Path("/changes/{id}.md")
    @Produces("text/markdown;charset=UTF-8")
    public String markdown(@PathParam("id") String id) {
        return ChangeMarkdown.of(changes.find(id).orElseThrow(() -> ApiProblems.notFound("change", id)));
    }
}
