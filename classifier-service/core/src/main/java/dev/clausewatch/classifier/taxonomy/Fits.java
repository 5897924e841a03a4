package dev.clausewatch.classifier.taxonomy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a law is engaged by a clause, as it is written in {@code register/fits.yaml}.
 *
 * @param words named lists of phrases, which rows name with an {@code @} in front
 * @param business how documents and clauses that bind businesses are known
 * @param places how a clause names a place, by jurisdiction
 * @param narrower the entries that take the place of a wider one
 * @param designations platforms with duties of their own
 * @param named laws that a text names
 * @param fits laws that fit
 */
public record Fits(
        Map<String, List<String>> words,
        Business business,
        Map<String, List<String>> places,
        Map<String, List<String>> narrower,
        List<Designation> designations,
        List<Named> named,
        List<Fit> fits) {

    public Fits {
        words = Map.copyOf(words);
        places = Map.copyOf(places);
        narrower = Map.copyOf(narrower);
        designations = List.copyOf(designations);
        named = List.copyOf(named);
        fits = List.copyOf(fits);
    }

    /**
     * What binds businesses.
     *
     * @param documents parts of the terms type, in lower case
     * @param phrases words of a clause
     */
    public record Business(List<String> documents, List<String> phrases) {

        public Business {
            documents = List.copyOf(documents);
            phrases = List.copyOf(phrases);
        }
    }

    /**
     * Platforms that an authority designated.
     *
     * @param as what as
     * @param from when their duties began
     * @param platforms their names as declared
     */
    public record Designation(String as, LocalDate from, List<String> platforms) {

        public Designation {
            platforms = List.copyOf(platforms);
        }
    }

    /**
     * A law by its names.
     *
     * @param instrument id of the register
     * @param pinpoint the place in it that these words name; absent for the whole
     * @param phrases its names
     * @param unless words behind which it is another law, or another place in it
     */
    public record Named(String instrument, @Nullable String pinpoint, List<String> phrases, List<String> unless) {

        public Named {
            phrases = List.copyOf(phrases);
            unless = copy(unless);
        }
    }

    /**
     * A law with the conditions that must all hold.
     *
     * @param instrument id of the register
     * @param pinpoint the place in it; absent for the whole
     * @param types the clause has one of these; empty for any
     * @param phrases one stands in it, or the category holds; empty where words do not count
     * @param and one of these stands in it too; empty for none
     * @param unless none of these stands in it
     * @param categories parts of the platform's category, in lower case; empty where it does not count
     * @param notCategories parts that it does not have
     * @param jurisdictions the document is known to be for one of these places, or the clause names it; empty for any
     * @param audience whom the document binds; absent for anybody
     * @param designated what the platform is designated as; absent where that does not count
     */
    public record Fit(
            String instrument,
            @Nullable String pinpoint,
            List<String> types,
            List<String> phrases,
            List<String> and,
            List<String> unless,
            List<String> categories,
            List<String> notCategories,
            List<String> jurisdictions,
            @Nullable Audience audience,
            @Nullable String designated) {

        public Fit {
            types = copy(types);
            phrases = copy(phrases);
            and = copy(and);
            unless = copy(unless);
            categories = copy(categories);
            notCategories = copy(notCategories);
            jurisdictions = copy(jurisdictions);
        }
    }

    /** Whom a document binds. */
    public enum Audience {
        /** It is not known to bind businesses only. */
        CONSUMER,
        /** It is known to bind businesses. */
        BUSINESS
    }

    private static List<String> copy(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
