package dev.clausewatch.classifier.assess;

import dev.clausewatch.events.DocumentRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is bound by the terms beside the platform, as far as the kind of document says so. */
enum Bound {
    CONSUMER("users"),
    CUSTOMER("customers"),
    DEVELOPER("developers"),
    SELLER("sellers"),
    ADVERTISER("advertisers");

    /** Beginnings of words of a document's name or kind; the first that is found decides. */
    private static final Map<String, Bound> BY_DOCUMENT = new LinkedHashMap<>();

    static {
        List.of("seller", "merchant").forEach(word -> BY_DOCUMENT.put(word, SELLER));
        BY_DOCUMENT.put("advertis", ADVERTISER);
        List.of("developer", "api").forEach(word -> BY_DOCUMENT.put(word, DEVELOPER));
        List.of(
                        "business",
                        "commercial",
                        "enterprise",
                        "processing",
                        "processor",
                        "service level",
                        "cloud",
                        "web services")
                .forEach(word -> BY_DOCUMENT.put(word, CUSTOMER));
    }

    private final String noun;

    Bound(String noun) {
        this.noun = noun;
    }

    static Bound of(DocumentRef document) {
        String kind = document.termsType().toLowerCase(Locale.ROOT) + " "
                + document.platform().toLowerCase(Locale.ROOT);
        return BY_DOCUMENT.entrySet().stream()
                .filter(entry -> (" " + kind).contains(" " + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(CONSUMER);
    }

    /** Whether a word is what some of them are called. */
    static boolean isNoun(String word) {
        return StatementReader.isBound(word.toLowerCase(Locale.ROOT));
    }

    /** What they are called, more than one. */
    String noun() {
        return noun;
    }
}
