package dev.clausewatch.cli.crawler;

import dev.clausewatch.crawler.extract.Extraction;
import dev.clausewatch.crawler.extract.SelectorMatch;
import dev.clausewatch.crawler.fetch.FetchedPage;
import dev.clausewatch.events.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source of a document, read once.
 *
 * @param page absent when it could not be fetched
 * @param matches what each selector found
 * @param extraction its text, or why there is none
 */
record SourceTrial(Source source, @Nullable FetchedPage page, List<SelectorMatch> matches, Extraction extraction) {

    SourceTrial {
        matches = List.copyOf(matches);
    }
}
