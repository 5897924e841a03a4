package dev.clausewatch.classifier.law;

import dev.clausewatch.classifier.taxonomy.Fits;
import dev.clausewatch.events.DocumentRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of a clause and of its document.
 *
 * @param types what the clause does
 * @param words names of the sets of phrases that stand in it
 * @param document its document
 * @param day the day of the change
 * @param business whether document or words are known to bind businesses
 */
record Facts(Collection<String> types, Set<String> words, DocumentRef document, LocalDate day, boolean business) {

    private static final Set<String> MEMBERS_OF_EU = Set.of(
            "EU", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
            "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** From so many letters on, a part of a category may be the beginning of a word. */
    private static final int LONG = 4;

    boolean hasTypeOf(List<String> wanted) {
        return wanted.stream().anyMatch(types::contains);
    }

    /** Whether the category is known and has one of these parts. */
    boolean hasCategoryOf(List<String> parts) {
        String category = document.category();
        if (category == null) {
            return false;
        }
        String spaced =
                " " + category.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ') + " ";
        // Each part begins a word, and a short one is a word: "ai" is no part of "retail" and none of "airline".
        return parts.stream()
                .anyMatch(part -> spaced.contains(" " + part.replace('-', ' ') + (part.length() < LONG ? " " : "")));
    }

    /**
     * Whether a law of a place may bind under the document: it is not known for which places that is, or it is for this one, the country that
     * this one is a part of, or a part of it, or the clause names the place.
     */
    boolean mayBeFor(String place) {
        return document.jurisdictions().isEmpty()
                || isFor(place)
                || document.jurisdictions().stream().anyMatch(known -> place.startsWith(known + "-"));
    }

    /** Whether the document is known to be for a place, or the clause names it. */
    boolean isFor(String place) {
        return words.contains(FitPhrases.PLACE + place)
                || document.jurisdictions().stream().anyMatch(known -> lies(known, place));
    }

    private static boolean lies(String known, String place) {
        return known.equals(place)
                || known.startsWith(place + "-")
                || (place.equals("EU") && MEMBERS_OF_EU.contains(known));
    }

    /** Whether the platform was designated by that day. */
    boolean isDesignated(String as, List<Fits.Designation> designations) {
        return designations.stream()
                .filter(one -> one.as().equals(as) && !day.isBefore(one.from()))
                .flatMap(one -> one.platforms().stream())
                .anyMatch(document.platform()::equalsIgnoreCase);
    }
}
