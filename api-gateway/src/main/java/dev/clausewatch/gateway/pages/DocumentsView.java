package dev.clausewatch.gateway.pages;

import dev.clausewatch.gateway.documents.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page of the documents.
 *
 * @param health how many sources are in each state, all documents together
 * @param platforms documents by platform
 * @param next address of further ones
 */
public record DocumentsView(
        List<HealthCount> health,
        List<Group> platforms,
        @Nullable String next) {

    /** The documents of a platform. */
    public record Group(String slug, String name, List<Document> documents) {}

    static List<Group> group(List<Document> documents) {
        Map<String, List<Document>> groups = new LinkedHashMap<>();
        for (Document document : documents) {
            groups.computeIfAbsent(document.platform(), slug -> new ArrayList<>())
                    .add(document);
        }
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(), group.getValue().get(0).platformName(), List.copyOf(group.getValue())))
                .toList();
    }
}
