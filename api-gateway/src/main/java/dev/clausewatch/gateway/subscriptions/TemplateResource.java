package dev.clausewatch.gateway.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import dev.clausewatch.filter.FilterSentence;
import dev.clausewatch.filter.Titles;
import dev.clausewatch.gateway.register.RegisterRepository;
import dev.clausewatch.runtime.database.Database;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Filters to begin with, out of {@code subscription-templates.json}. */
@Path("/api/v1/subscription-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class TemplateResource {

    private static final String FILE = "/subscription-templates.json";

    /** As many as a filter takes. */
    private static final int PLATFORMS = 100;

    private final Database database;
    private final RegisterRepository registers;
    private final List<Template> templates;

    TemplateResource(Database database, RegisterRepository registers, ObjectMapper json) {
        this.database = database;
        this.registers = registers;
        this.templates = read(json);
    }

    /**
     * As the file has it.
     *
     * @param category how the category of platforms begins that it is for, of which the watched ones are put in; absent for all platforms
     */
    record Template(
            String id,
            String title,
            String description,
            @Nullable String category,
            FilterFields filter) {}

    /**
     * A filter to begin with.
     *
     * @param id names it
     * @param title for people
     * @param description what it is for
     * @param filter to be sent with a subscription
     * @param sentence the filter in words
     */
    public record SubscriptionTemplate(
            String id, String title, String description, FilterFields filter, String sentence) {}

    /** All of them; one for a category of which nothing is watched is left out. */
    @GET
    @Operation(
            summary = "Filters to begin with",
            description = "Those for a kind of platform name the watched ones of that kind, as they are declared.")
    public List<SubscriptionTemplate> listSubscriptionTemplates() {
        Titles titles = new RegisterTitles(registers.titles(null));
        return templates.stream()
                .map(template -> filled(template, titles))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable SubscriptionTemplate filled(Template template, Titles titles) {
        FilterFields fields = template.filter();
        String description = template.description();
        if (template.category() != null) {
            List<@Nullable String> platforms = platforms(template.category());
            if (platforms.isEmpty()) {
                return null;
            }
            if (platforms.size() > PLATFORMS) {
                description +=
                        " A filter takes %d platforms: it names the first by name of %d, make another subscription for the others."
                                .formatted(PLATFORMS, platforms.size());
            }
            fields = fields.atPlatforms(platforms.subList(0, Math.min(PLATFORMS, platforms.size())));
        }
        Filter filter = Filter.stored(fields);
        return new SubscriptionTemplate(
                template.id(), template.title(), description, filter.fields(), FilterSentence.of(filter, titles));
    }

    private List<@Nullable String> platforms(String category) {
        return List.copyOf(database.sql("select distinct platform from read.document d where " + FilterWarnings.WATCHED
                        + " and starts_with(category, :category) order by platform")
                .bind("category", category)
                .list(String.class));
    }

    private static List<Template> read(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(TemplateResource.class.getResourceAsStream(FILE), FILE)) {
            return List.of(json.readValue(file, Template[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("The templates cannot be read", e);
        }
    }
}
