package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.platforms.PlatformRepository;
import dev.clausewatch.gateway.register.Register;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.gateway.search.SearchParameters;
import dev.clausewatch.gateway.search.Searches;
import dev.clausewatch.gateway.sidebyside.PlatformComparison;
import dev.clausewatch.gateway.sidebyside.PlatformComparisons;
import dev.clausewatch.runtime.http.Parameters;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Search, and platforms side by side. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SearchPages {

    private static final int MOST_PLATFORMS = 500;

    private final Frames frames;
    private final Searches searches;
    private final PlatformComparisons comparisons;
    private final PlatformRepository platforms;
    private final RegisterRepository registers;

    SearchPages(
            Frames frames,
            Searches searches,
            PlatformComparisons comparisons,
            PlatformRepository platforms,
            RegisterRepository registers) {
        this.frames = frames;
        this.searches = searches;
        this.comparisons = comparisons;
        this.platforms = platforms;
        this.registers = registers;
    }

    /** What fits a question. */
    @GET
    @Path("/search")
    public TemplateInstance search(@BeanParam SearchParameters given, @Context UriInfo request) {
        SearchView view = Parameters.text(given.q) == null
                ? SearchView.empty(request)
                : SearchView.of(given, searches.find(given), registers.titles(null), request);
        return Templates.search(frames.frame(view.q().isEmpty() ? "Search" : view.q(), "search"), view);
    }

    /** Platforms side by side. */
    @GET
    @Path("/compare")
    public TemplateInstance compare(
            @QueryParam("platform") List<String> chosen,
            @QueryParam("type") @Nullable String type,
            @Context UriInfo request) {
        List<String> asked = chosen.stream().filter(slug -> !slug.isBlank()).toList();
        String one = Parameters.text(type);
        PlatformComparison comparison = asked.isEmpty() ? null : comparisons.compare(asked, one);
        Register register = registers.titles(null);
        return Templates.sideBySide(
                frames.frame("Compare platforms", "compare"),
                SideBySideView.of(asked, one, platforms.list("", MOST_PLATFORMS), register, comparison, request));
    }
}
