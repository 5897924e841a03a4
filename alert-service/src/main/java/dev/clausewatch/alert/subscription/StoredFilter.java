package dev.clausewatch.alert.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clausewatch.events.EventCodec;
import dev.clausewatch.filter.Filter;
import dev.clausewatch.filter.FilterFields;
import org.jboss.logging.Logger;

/** A filter as JSON of the database. */
final class StoredFilter {

    private static final Logger LOG = Logger.getLogger(StoredFilter.class);
    private static final ObjectMapper JSON = EventCodec.mapper();

    private StoredFilter() {}

    static String write(Filter filter) {
        try {
            return JSON.writeValueAsString(filter.fields());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A filter cannot be written", e);
        }
    }

    /** One that cannot be read any more lets everything through: a superfluous alert is better than a missed one. */
    static Filter read(String json) {
        try {
            return switch (Filter.read(JSON.readValue(json, FilterFields.class))) {
                case Filter.Reading.Good good -> good.filter();
                case Filter.Reading.Bad bad -> {
                    LOG.errorf("A stored filter is not valid and lets everything through problems=%s", bad.problems());
                    yield Filter.EVERYTHING;
                }
            };
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.error("A stored filter cannot be read and lets everything through", e);
            return Filter.EVERYTHING;
        }
    }
}
