package dev.clausewatch.gateway.search;

import dev.clausewatch.gateway.readmodel.ReadModel;
import dev.clausewatch.runtime.health.LoopWatch;
import dev.clausewatch.runtime.health.WakeableLoop;
import dev.clausewatch.runtime.time.Backoff;
import dev.clausewatch.search.SearchIndex;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Brings what the read model commits into the index of this replica, on a thread of its own. The index knows how far it is, so that a restart
 * goes on from there; one that is missing or of another schema begins anew. While the read model is built anew, what was there before is
 * still found.
 */
@ApplicationScoped
class IndexFollower {

    private static final Logger LOG = Logger.getLogger(IndexFollower.class);
    private static final String GENERATION = "generation";
    private static final String STAMP = "stamp";
    private static final String SWEPT = "swept";
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final SearchFolder folder;
    private final SearchEntries entries;
    private final ReadModel readModel;
    private final SearchConfig config;
    private final WakeableLoop loop;
    private volatile boolean upToDate;

    IndexFollower(
            SearchFolder folder, SearchEntries entries, ReadModel readModel, SearchConfig config, LoopWatch watch) {
        this.folder = folder;
        this.entries = entries;
        this.readModel = readModel;
        this.config = config;
        this.loop = new WakeableLoop(
                "search-index", watch, LONGEST_ROUND, new Backoff(FIRST_WAIT, config.longestWait()), this::follow);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
        if (!loop.join(LONGEST_STOP)) {
            LOG.warn("The search index did not stop in time: what it did not commit is read again");
        }
        folder.close();
    }

    /** Whether the index has had everything that the read model had when it last looked. */
    boolean isUpToDate() {
        return upToDate;
    }

    /** Where the index stands. */
    record Position(long generation, long stamp, boolean swept) {

        static Position of(Map<String, String> facts) {
            return new Position(
                    Long.parseLong(facts.getOrDefault(GENERATION, "-1")),
                    Long.parseLong(facts.getOrDefault(STAMP, "0")),
                    Boolean.parseBoolean(facts.get(SWEPT)));
        }

        Map<String, String> facts() {
            return Map.of(
                    GENERATION, Long.toString(generation), STAMP, Long.toString(stamp), SWEPT, Boolean.toString(swept));
        }
    }

    private Duration follow() {
        SearchIndex index = folder.index();
        Position at = Position.of(index.facts());
        long generation = entries.generation();
        if (at.generation() >= 0 && at.generation() != generation && readModel.rebuildingNow()) {
            // A document that is read anew may have no provisions yet: what was there before is found until the model
            // is whole.
            upToDate = false;
            return config.poll();
        }
        if (at.generation() != generation) {
            LOG.infof("Building the search index generation=%d", generation);
            at = new Position(generation, 0, false);
        }
        List<SearchEntries.Due> due = entries.due(at.stamp(), config.batch());
        if (due.isEmpty()) {
            sweep(index, at);
            return config.poll();
        }
        upToDate = false;
        for (SearchEntries.Due one : due) {
            if (loop.isStopping()) {
                return Duration.ZERO;
            }
            loop.beat();
            bring(index, one, generation);
        }
        index.commit(new Position(generation, due.getLast().stamp(), at.swept()).facts());
        return Duration.ZERO;
    }

    private void bring(SearchIndex index, SearchEntries.Due due, long generation) {
        if (due.isChange()) {
            index.replaceChange(due.id(), entries.change(due.id()), generation);
        } else {
            index.replaceProvisions(due.id(), entries.provisions(due.id()), generation);
        }
    }

    /** Once the read model is whole again, what it did not bring again is gone. */
    private void sweep(SearchIndex index, Position at) {
        if (readModel.rebuilding() || (!at.swept() && readModel.rebuildingNow())) {
            return;
        }
        if (!at.swept()) {
            index.keepOnly(at.generation());
            index.commit(new Position(at.generation(), at.stamp(), true).facts());
        }
        upToDate = true;
    }
}
