package dev.clausewatch.classifier.law;

import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.classifier.taxonomy.Fits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All phrases of the conditions of laws, each set under a name of its own. Immutable and thread-safe. */
final class FitPhrases {

    /** In front of the place that a set names. */
    static final String PLACE = "place/";

    private static final String BUSINESS = "business";

    private final Map<String, List<String>> words;
    private final PhraseSets sets;

    FitPhrases(Fits fits) {
        this.words = fits.words();
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(BUSINESS, fits.business().phrases());
        fits.places().forEach((place, phrases) -> all.put(PLACE + place, phrases));
        for (int row = 0; row < fits.named().size(); row++) {
            all.put(named(row), resolved(fits.named().get(row).phrases()));
            all.put(unlessNamed(row), resolved(fits.named().get(row).unless()));
        }
        for (int row = 0; row < fits.fits().size(); row++) {
            all.put(phrases(row), resolved(fits.fits().get(row).phrases()));
            all.put(and(row), resolved(fits.fits().get(row).and()));
            all.put(unless(row), resolved(fits.fits().get(row).unless()));
        }
        this.sets = PhraseSets.of(all);
    }

    private List<String> resolved(List<String> phrases) {
        return phrases.stream()
                .flatMap(phrase -> phrase.startsWith("@") ? list(phrase.substring(1)).stream() : Stream.of(phrase))
                .toList();
    }

    private List<String> list(String name) {
        List<String> list = words.get(name);
        if (list == null) {
            throw new IllegalArgumentException("register/fits.yaml has no words of the name " + name);
        }
        return list;
    }

    /** The names of the sets of which a phrase stands in a text. */
    Set<String> in(String text) {
        return sets.in(spelled(text));
    }

    /** Abbreviations whose stops would end a sentence lose them. */
    private static String spelled(String text) {
        return text.replace("U.S.C.", "USC")
                .replace("C.F.R.", "CFR")
                .replace("Cal. ", "Cal ")
                .replace("Civ. ", "Civ ")
                .replace("Bus. ", "Bus ")
                .replace("Prof. ", "Prof ")
                .replace("Reg. ", "Reg ")
                .replace("Annex. ", "Annex ");
    }

    static boolean bindsBusinesses(Set<String> found) {
        return found.contains(BUSINESS);
    }

    static String named(int row) {
        return "named/" + row;
    }

    static String unlessNamed(int row) {
        return "named/" + row + "/unless";
    }

    static String phrases(int row) {
        return "fit/" + row;
    }

    static String and(int row) {
        return "fit/" + row + "/and";
    }

    static String unless(int row) {
        return "fit/" + row + "/unless";
    }
}
