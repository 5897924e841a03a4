package dev.clausewatch.crawler.extract;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which elements strike out what stands in them: it is on the page, and it is no longer in force. What counts is what a browser draws by
 * tag and {@code style}. Styles are read once for each element, however often it is asked about.
 */
final class StrikethroughElements {

    /** What an element does to the words in it. */
    enum Effect {
        /** It strikes them out. */
        STRIKES,
        /** It draws nothing, and no line of the elements around it runs through it. */
        ENDS,
        /** They are what they are outside. */
        NONE
    }

    private static final Set<String> TAGS = Set.of("del", "s", "strike");
    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final String LINE = "line-through";
    /** What sets a line or a look, and so no line through. */
    private static final Set<String> OTHER_LINES =
            words("none underline overline blink spelling-error grammar-error inherit initial unset revert");

    private static final Set<String> LOOKS =
            words("solid double dotted dashed wavy auto from-font currentcolor transparent black white gray "
                    + "grey silver red green blue yellow orange purple maroon navy teal olive lime aqua fuchsia");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{3,8}+");
    private static final Set<String> DISPLAYED_APART =
            Set.of("inline-block", "inline-flex", "inline-grid", "inline-table");

    private final IdentityHashMap<Element, Effect> styled = new IdentityHashMap<>();

    private static Set<String> words(String words) {
        return Set.of(SPACES.split(words, -1));
    }

    /** What an element does. */
    Effect of(Element element) {
        if (!element.hasAttr("style")) {
            return TAGS.contains(element.normalName()) ? Effect.STRIKES : Effect.NONE;
        }
        return styled.computeIfAbsent(element, StrikethroughElements::styled);
    }

    /** Whether what stands in an element is struck out where one around it, or the whole page, is or is not. */
    boolean in(Element element, @Nullable Element outer, boolean outerIs) {
        for (Element around = element; around != null && !around.equals(outer); around = around.parent()) {
            Effect effect = of(around);
            if (effect != Effect.NONE) {
                return effect == Effect.STRIKES;
            }
        }
        return outerIs;
    }

    private static Effect styled(Element element) {
        List<Style.Declaration> style = Style.of(element);
        boolean strikes = TAGS.contains(element.normalName());
        boolean settled = false;
        for (Style.Declaration one : style) {
            int line = lineThrough(one);
            if (line != 0 && (one.important() || !settled)) {
                strikes = line > 0;
                settled = one.important();
            }
        }
        if (strikes) {
            return Effect.STRIKES;
        }
        return isApart(element) ? Effect.ENDS : Effect.NONE;
    }

    /** Positive for a line through, negative for none, zero where nothing valid is said about it. */
    private static int lineThrough(Style.Declaration one) {
        String property = one.property().startsWith("-webkit-") ? one.property().substring(8) : one.property();
        boolean any = property.equals("text-decoration");
        if (!any && !property.equals("text-decoration-line")) {
            return 0;
        }
        boolean line = false;
        for (String word : SPACES.split(one.value(), -1)) {
            line |= word.equals(LINE);
            boolean valid = word.equals(LINE) || OTHER_LINES.contains(word) || (any && isLook(word));
            if (!valid) {
                return 0;
            }
        }
        return line ? 1 : -1;
    }

    private static boolean isLook(String word) {
        return LOOKS.contains(word)
                || COLOUR.matcher(word).matches()
                || word.indexOf('(') > 0
                || word.endsWith(")")
                || (!word.isEmpty() && (Character.isDigit(word.charAt(0)) || word.charAt(0) == '.'));
    }

    /** Lines are not drawn through what a browser lays out on its own. */
    private static boolean isApart(Element element) {
        String position = Style.value(element, "position");
        String floats = Style.value(element, "float");
        return DISPLAYED_APART.contains(Style.value(element, "display"))
                || position.equals("absolute")
                || position.equals("fixed")
                || floats.equals("left")
                || floats.equals("right");
    }
}
