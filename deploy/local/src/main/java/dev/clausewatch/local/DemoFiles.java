package dev.clausewatch.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demo's files, from this program's own resources; {@code demo/README.md} says what they are. */
public final class DemoFiles {

    private static final String USUAL_SITE = "http://127.0.0.1:8090/";
    private static final List<String> PLATFORMS = List.of("Halvorin", "Reelmoor", "Tandlewick");

    private DemoFiles() {}

    /** The steps of the timeline, in order. */
    public static List<DemoStep> timeline() throws IOException {
        return new ObjectMapper().readValue(read("timeline.json"), new TypeReference<List<DemoStep>>() {});
    }

    /** The first version of each page that the declarations name, by its path. */
    static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String platform : PLATFORMS) {
            new ObjectMapper()
                    .readTree(declaration(platform))
                    .findValuesAsText("fetch")
                    .forEach(url -> pages.put("/" + url.substring(USUAL_SITE.length()), ""));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            page.setValue(read("site" + page.getKey() + ".html"));
        }
        return pages;
    }

    /** Writes the declarations into a folder, for a site on this port. */
    public static void writeDeclarations(Path folder, int sitePort) throws IOException {
        Files.createDirectories(folder);
        for (String platform : PLATFORMS) {
            String declaration = declaration(platform).replace(USUAL_SITE, "http://127.0.0.1:" + sitePort + "/");
            Files.writeString(folder.resolve(platform + ".json"), declaration);
        }
    }

    private static String declaration(String platform) throws IOException {
        return read("declarations/" + platform + ".json");
    }

    private static String read(String name) throws IOException {
        try (InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IOException("The demo has no file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
