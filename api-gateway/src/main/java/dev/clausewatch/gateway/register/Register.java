package dev.clausewatch.gateway.register;

import dev.clausewatch.events.RegisterPublished;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Titles for ids: what the classifier published, or the bare ids while nothing is known. */
public final class Register {

    private final @Nullable RegisterPublished published;

    /** What was published; null when nothing was. */
    public Register(@Nullable RegisterPublished published) {
        this.published = published;
    }

    /** A title, with its id. */
    public record Titled(String id, String title) {}

    /**
     * A law, as a reader needs it.
     *
     * @param id of the register
     * @param title for people
     * @param citation as a lawyer would cite it
     * @param jurisdiction ISO 3166 code, {@code US-CA} or {@code EU}
     * @param source where its text is published
     */
    public record Law(
            String id,
            String title,
            String citation,
            String jurisdiction,
            @Nullable String source) {}

    /** The type's title. */
    public Titled type(String id) {
        return new Titled(
                id, type(id, published).map(RegisterPublished.Type::title).orElse(id));
    }

    /** Why a type matters, where the register says so. */
    public @Nullable String whyItMatters(String typeId) {
        return type(typeId, published).map(RegisterPublished.Type::whyItMatters).orElse(null);
    }

    /** The area's title. */
    public Titled area(String id) {
        return areas().stream().filter(area -> area.id().equals(id)).findFirst().orElse(new Titled(id, id));
    }

    /** All areas. */
    public List<Titled> areas() {
        return published == null
                ? List.of()
                : published.areas().stream()
                        .map(area -> new Titled(area.id(), area.title()))
                        .toList();
    }

    /** The law. */
    public Law instrument(String id) {
        List<RegisterPublished.Instrument> all = published == null ? List.of() : published.instruments();
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> new Law(id, one.title(), one.citation(), one.jurisdiction(), one.source()))
                .orElse(new Law(id, id, id, "", null));
    }

    private static Optional<RegisterPublished.Type> type(String id, @Nullable RegisterPublished from) {
        return from == null
                ? Optional.empty()
                : from.types().stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
