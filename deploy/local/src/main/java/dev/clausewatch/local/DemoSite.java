package dev.clausewatch.local;

import dev.clausewatch.servers.Page;
import dev.clausewatch.servers.SiteServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The web site of the invented platforms. Steps are played in their order. */
public final class DemoSite implements AutoCloseable {

    private final SiteServer server;
    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, List<String>> versions = new HashMap<>();

    private DemoSite(SiteServer server) {
        this.server = server;
    }

    /**
     * Starts the site with the first version of every page.
     *
     * @param port where; 0 takes a free one
     * @throws IOException if the port is taken
     */
    public static DemoSite start(int port) throws IOException {
        DemoSite site = new DemoSite(SiteServer.start(port));
        DemoFiles.pages().forEach((path, html) -> {
            Page page = new Page(html);
            site.pages.put(path, page);
            site.versions.put(path, new ArrayList<>(List.of(html)));
            site.server.on(path, page);
        });
        return site;
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** Publishes what the step says. */
    public void play(DemoStep step) {
        Page page = pages.get(step.page());
        List<String> known = versions.get(step.page());
        if (page == null || known == null) {
            throw new IllegalArgumentException("step " + step.id() + " names a page that is not there: " + step.page());
        }
        String next =
                step.backToVersion() == null ? edited(known.getLast(), step) : known.get(step.backToVersion() - 1);
        known.add(next);
        page.change(next);
    }

    private static String edited(String html, DemoStep step) {
        String next = html;
        for (DemoStep.Edit edit : step.edits()) {
            int at = next.indexOf(edit.find());
            if (at < 0 || next.indexOf(edit.find(), at + 1) >= 0) {
                throw new IllegalArgumentException(
                        "step " + step.id() + ": this text does not occur exactly once: " + edit.find());
            }
            next = next.substring(0, at)
                    + edit.replace()
                    + next.substring(at + edit.find().length());
        }
        return next;
    }

    @Override
    public void close() {
        server.close();
    }
}
