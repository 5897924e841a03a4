package dev.clausewatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoFilesTest {

    @Test
    void everyStepOfTheTimelineChangesItsPage() throws IOException, InterruptedException {
        try (DemoSite site = DemoSite.start(0);
                HttpClient client = HttpClient.newHttpClient()) {
            for (DemoStep step : DemoFiles.timeline()) {
                String before = page(client, site, step.page());
                site.play(step);
                assertTrue(!page(client, site, step.page()).equals(before), step.id());
            }
        }
    }

    @Test
    void stepsComeInOrderAndLeaveTheCrawlerTimeForEach() throws IOException {
        Map<String, Integer> last = new HashMap<>();
        List<Integer> times = new ArrayList<>();
        for (DemoStep step : DemoFiles.timeline()) {
            times.add(step.afterSeconds());
            Integer before = last.put(step.page(), step.afterSeconds());
            assertTrue(before == null || step.afterSeconds() - before >= 12, step.id());
        }
        assertEquals(times.stream().sorted().toList(), times);
        assertTrue(times.getFirst() <= 10, "the first alert comes soon");
    }

    private static String page(HttpClient client, DemoSite site, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + site.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
