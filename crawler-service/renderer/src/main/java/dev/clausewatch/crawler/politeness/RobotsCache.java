package dev.clausewatch.crawler.politeness;

import java.time.Instant;
import java.util.Optional;

/** Where sites' robots.txt are kept beyond the memory of this process. */
public interface RobotsCache {

    /** Nowhere. */
    RobotsCache NONE = new RobotsCache() {
        @Override
        public Optional<RobotsFile> find(String site, Instant now) {
            return Optional.empty();
        }

        @Override
        public void save(String site, RobotsFile file, Instant now) {
            // Asked for again by the next process.
        }
    };

    /** What a site said, while it is believed. */
    Optional<RobotsFile> find(String site, Instant now);

    /** Keeps what a site said. */
    void save(String site, RobotsFile file, Instant now);
}
