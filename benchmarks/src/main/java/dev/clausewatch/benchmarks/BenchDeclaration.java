package dev.clausewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A declaration as the bench registers it: its pages at the given site instead of their own hosts, as plain pages without a browser, and
 * due once a day so that only the bench makes it due.
 */
record BenchDeclaration(String name, JsonNode content) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is not JSON
     */
    static BenchDeclaration read(Path file, URI site) throws IOException {
        String name = file.getFileName().toString();
        JsonNode content = JSON.readTree(Files.readAllBytes(file));
        for (JsonNode terms : content.path("terms")) {
            rewrite(terms, site);
            if (terms instanceof ObjectNode fields) {
                fields.put("executeClientScripts", false);
                fields.put("cadence", "P1D");
            }
        }
        return new BenchDeclaration(name.substring(0, name.length() - SUFFIX.length()), content);
    }

    private static void rewrite(JsonNode node, URI site) {
        if (node instanceof ObjectNode fields) {
            fields.remove("executeClientScripts");
            if (fields.path("fetch").isTextual()) {
                fields.set("fetch", new TextNode(at(site, fields.path("fetch").asText())));
            }
        }
        node.forEach(child -> rewrite(child, site));
    }

    /** What is no address stays as it is: the crawler says so. */
    private static String at(URI site, String address) {
        try {
            URI declared = URI.create(address);
            String query = declared.getRawQuery() == null ? "" : "?" + declared.getRawQuery();
            String prefix = site.getRawPath().endsWith("/")
                    ? site.getRawPath().substring(0, site.getRawPath().length() - 1)
                    : site.getRawPath();
            String path = declared.getRawPath() == null ? "" : declared.getRawPath();
            return site.getScheme() + "://" + site.getRawAuthority() + prefix + path + query;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    byte[] bytes() throws IOException {
        return JSON.writeValueAsBytes(content);
    }
}
