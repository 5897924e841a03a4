package dev.clausewatch.crawler.politeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RobotsTest {

    @Test
    void takesALongDelayForADelay() {
        BaseRobotRules rules = rules("User-agent: *\nCrawl-delay: 600\nDisallow: /private\n");
        assertEquals(600_000, rules.getCrawlDelay());
        assertTrue(rules.isAllowed("https://e.example/terms"));
        assertFalse(rules.isAllowed("https://e.example/private"));
    }

    @Test
    void readsTheBeginningOfALongFileByWholeLines() {
        String head = "User-agent: *\nDisallow: /private\n";
        // The 512 KiB end behind the slash of the last line.
        String filler = "#".repeat(512 * 1024 - head.length() - "\nDisallow: /".length());
        BaseRobotRules rules = rules(head + filler + "\nDisallow: /late\nDisallow: /later\n");
        assertFalse(rules.isAllowed("https://e.example/private"));
        assertTrue(rules.isAllowed("https://e.example/terms"));
        assertTrue(rules.isAllowed("https://e.example/later"));
    }

    private static BaseRobotRules rules(String file) {
        return Robots.rules(
                URI.create("https://e.example/robots.txt"), file.getBytes(StandardCharsets.UTF_8), "Clausewatch");
    }
}
