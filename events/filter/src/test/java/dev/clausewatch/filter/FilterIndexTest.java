package dev.clausewatch.filter;

import static dev.clausewatch.filter.Changed.provision;
import static dev.clausewatch.filter.FilterTest.filter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterIndexTest {

    private final FilterIndex<Integer> index = new FilterIndex<>();

    @Test
    void findsThoseThatNameThePlatformAndThoseThatNameNone() {
        index.put(4, filter("{'platforms': ['NIMBUS chat', 'Other']}"));
        index.put(2, filter("{}"));
        index.put(3, filter("{'platforms': ['Other']}"));
        index.put(1, filter("{'areas': ['data-protection']}"));
        index.put(5, filter("{'platforms': ['Nimbus Chat'], 'areas': ['copyright']}"));
        ChangeFacts change = Changed.of(provision("a"));
        assertEquals(List.of(1, 2, 4), index.matching(change));
        assertEquals(List.of(1, 2, 4, 5), index.matching(change.document()));
    }

    @Test
    void aFilterThatIsReplacedOrRemovedIsForgotten() {
        ChangeFacts change = Changed.of(provision("a"));
        index.put(1, filter("{'platforms': ['Nimbus Chat']}"));
        index.put(2, filter("{}"));
        index.put(1, filter("{'platforms': ['Other']}"));
        assertEquals(List.of(2), index.matching(change));
        index.put(1, filter("{'words': 'sell'}"));
        assertEquals(List.of(1, 2), index.matching(change));
        index.remove(2);
        index.remove(3);
        assertEquals(List.of(1), index.matching(change));
    }
}
