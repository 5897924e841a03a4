package dev.clausewatch.cli.search;

import dev.clausewatch.diff.segment.Provision;
import dev.clausewatch.diff.segment.Segmenter;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.TextFormat;
import dev.clausewatch.search.Entry;
import dev.clausewatch.search.EntryDocument;
import dev.clausewatch.search.EntryKind;
import dev.clausewatch.search.Found;
import dev.clausewatch.search.QueryText;
import dev.clausewatch.search.SearchFilter;
import dev.clausewatch.search.SearchIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The provisions of documents in an index, asked as the gateway asks it. */
final class SearchArchive {

    private final Segmenter segmenter = new Segmenter();
    private final SearchIndex index;
    private int provisions;

    SearchArchive(SearchIndex index) {
        this.index = index;
    }

    /** Adds the newest text of a document, in the archive's Markdown. */
    void add(String service, String termsType, Instant date, String text) {
        String id = Ids.document(service, termsType, null);
        EntryDocument document = new EntryDocument(id, Ids.slug(service), service, termsType, null);
        List<Entry> entries = new ArrayList<>();
        for (Provision provision : segmenter.segment(TextFormat.normalize(text))) {
            entries.add(new Entry(
                    EntryKind.PROVISION,
                    id + "#" + entries.size(),
                    document,
                    provision.headingPath(),
                    provision.number(),
                    List.of(provision.text()),
                    Entry.State.PENDING,
                    List.of(),
                    date));
        }
        provisions += entries.size();
        index.replaceProvisions(id, entries, 0);
    }

    int provisions() {
        return provisions;
    }

    List<Found> ask(QueryText query) {
        return index.find(query, SearchFilter.all(EntryKind.PROVISION), null, SearchFigures.DEEPEST)
                .found();
    }

    /** The place of the first right provision, from 1; 0 when there is none. */
    static int rank(List<Found> found, List<QueryCase.Expected> expected) {
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            String words = words(String.join(" ", one.headings()) + " " + one.text());
            if (expected.stream()
                    .anyMatch(right ->
                            right.document().equals(one.document().id()) && words.contains(words(right.phrase())))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Letters and figures alone, so that marks and white space do not matter. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(words::appendCodePoint);
        return words.toString();
    }
}
