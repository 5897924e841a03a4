package dev.clausewatch.crawler.gate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of legal document that addresses and headings name. */
enum DocumentWord {
    TERMS(
            "terms",
            "tos",
            "conditions",
            "agreement",
            "eula",
            "agb",
            "cgu",
            "cgv",
            "nutzungsbedingungen",
            "geschäftsbedingungen",
            "condiciones",
            "termos",
            "termini",
            "condizioni",
            "voorwaarden",
            "услов",
            "条款",
            "協議",
            "协议",
            "利用規約",
            "약관"),
    PRIVACY(
            "privacy",
            "datenschutz",
            "datenschutzerklaerung",
            "datenschutzerklärung",
            "confidentialite",
            "confidentialité",
            "privacidad",
            "privacidade",
            "riservatezza",
            "隐私",
            "隱私",
            "プライバシー",
            "개인정보"),
    COOKIES("cookie", "cookies", "trackers"),
    COPYRIGHT("copyright", "dmca"),
    CONDUCT("guidelines", "acceptable", "aup", "conduct", "usage", "rules"),
    PROCESSING("dpa", "processing", "processor", "subprocessors", "processors"),
    IMPRINT("imprint", "impressum"),
    OTHER(
            "legal",
            "policy",
            "policies",
            "license",
            "licence",
            "notice",
            "statement",
            "sla",
            "addendum",
            "mentions",
            "rechtliches");

    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{N}]+");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is.
    private final Set<String> words;

    DocumentWord(String... words) {
        this.words = Set.of(words);
    }

    /** The kinds that a text in any case names; words of scripts without spaces count anywhere. */
    static Set<DocumentWord> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> parts = Arrays.asList(SPACE.split(lower));
        Set<DocumentWord> kinds = EnumSet.noneOf(DocumentWord.class);
        for (DocumentWord kind : values()) {
            if (kind.words.stream()
                    .anyMatch(word -> parts.contains(word) || (word.codePointAt(0) > 0x400 && lower.contains(word)))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Those of them that tell one document from another. */
    static Set<DocumentWord> telling(String text) {
        Set<DocumentWord> kinds = in(text);
        kinds.remove(OTHER);
        return kinds;
    }
}
