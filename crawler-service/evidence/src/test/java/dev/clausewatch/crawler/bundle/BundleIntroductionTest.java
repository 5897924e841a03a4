package dev.clausewatch.crawler.bundle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clausewatch.events.DocumentRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleIntroductionTest {

    @Test
    void namesTheArchiveOfADocumentWithoutAnAddress() {
        Html html = new Html();
        DocumentRef document = new DocumentRef(
                "halvorin/terms-of-service", "Halvorin", "Terms of Service", "en", List.of(), "archive:kept+versions");
        new BundleIntroduction(html).write(document, List.of());
        assertTrue(html.toString().contains("(of the archive kept versions)"), html::toString);
        assertFalse(html.toString().contains("archive:"), html::toString);
    }
}
