package dev.clausewatch.filter;

import dev.clausewatch.events.Materiality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A filter as a sentence for people, such as: Changes for the worse of severity medium or more that engage EU AI Act, at Halvorin or Tandlewick. */
public final class FilterSentence {

    private static final int NAMED = 5;
    private static final String ALL = "Changes";

    private FilterSentence() {}

    /** The sentence, without a full stop. */
    public static String of(Filter filter, Titles titles) {
        FilterFields asked = filter.fields();
        List<String> parts = new ArrayList<>();
        parts.add(changes(asked));
        parts.add(any("", asked.directions(), FilterSentence::direction));
        parts.add(severity(asked.minSeverity()));
        parts.add(any("in clauses on ", asked.types(), titles::type));
        parts.add(any("that engage ", asked.areas(), titles::area));
        parts.add(any("under ", asked.instruments(), titles::instrument));
        parts.add(asked.words() == null ? "" : "with changed words that match “" + asked.words() + "”");
        parts.add(any("of provision ", asked.provisions(), UnaryOperator.identity()));
        parts.add(any("of ", asked.termsTypes(), UnaryOperator.identity()));
        parts.add(any("of document ", asked.documents(), UnaryOperator.identity()));
        parts.add(any("at ", asked.platforms(), UnaryOperator.identity()));
        parts.add(any("in language ", asked.languages(), UnaryOperator.identity()));
        parts.add(any("for ", asked.jurisdictions(), UnaryOperator.identity()));
        String sentence =
                String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
        return sentence.equals(ALL) ? "All " + ALL.toLowerCase(Locale.ROOT) : sentence;
    }

    private static String changes(FilterFields asked) {
        String kinds = any("", asked.kinds(), kind -> kind.toLowerCase(Locale.ROOT));
        String how = asked.minMateriality() == null ? "" : materiality(Materiality.valueOf(asked.minMateriality()));
        String changes = String.join(
                " ",
                List.of(how, kinds, "changes").stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        return Character.toUpperCase(changes.charAt(0)) + changes.substring(1);
    }

    private static String materiality(Materiality least) {
        return switch (least) {
            case MATERIAL -> "material";
            case MINOR -> "minor or material";
            case EDITORIAL, UNKNOWN -> "";
        };
    }

    private static String direction(String direction) {
        return switch (WantedDirection.valueOf(direction)) {
            case WORSE -> "for the worse";
            case BETTER -> "for the better";
            case MIXED -> "for both at once";
            case NEUTRAL -> "for neither";
            case UNCLEAR -> "of unclear direction";
        };
    }

    private static String severity(@Nullable String least) {
        return switch (least) {
            case null -> "";
            case "HIGH" -> "of high severity";
            default -> "of " + least.toLowerCase(Locale.ROOT) + " severity or more";
        };
    }

    private static String any(String before, @Nullable List<@Nullable String> values, UnaryOperator<String> title) {
        List<String> titles = list(values).stream().map(title).toList();
        if (titles.isEmpty()) {
            return "";
        }
        if (titles.size() == 1) {
            return before + titles.getFirst();
        }
        int named = titles.size() > NAMED ? NAMED - 1 : titles.size() - 1;
        String last = titles.size() > NAMED ? (titles.size() - named) + " more" : titles.getLast();
        return before + String.join(", ", titles.subList(0, named)) + " or " + last;
    }

    private static List<String> list(@Nullable List<@Nullable String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }
}
