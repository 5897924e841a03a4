package dev.clausewatch.crawler.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The declarations of an element's {@code style} attribute, as far as they are looked at. */
final class Style {

    private static final String IMPORTANT = "!important";
    /** Nobody writes more into an attribute by hand, and it may stand around every word. */
    private static final int LONGEST = 4_096;

    private final String style;
    private final List<Declaration> declarations = new ArrayList<>();

    private Style(String style) {
        this.style = style;
    }

    /**
     * A property and its value, in lower case.
     *
     * @param important whether it wins over those behind it that are not
     */
    record Declaration(String property, String value, boolean important) {}

    /** In the order in which they stand. */
    static List<Declaration> of(Element element) {
        String style = element.attr("style");
        return style.indexOf(':') < 0 ? List.of() : new Style(cut(style)).read();
    }

    /** What a property is in the end; empty when nothing is said about it. */
    static String value(Element element, String property) {
        Declaration last = null;
        for (Declaration one : of(element)) {
            if (one.property().equals(property) && (last == null || one.important() || !last.important())) {
                last = one;
            }
        }
        return last == null ? "" : last.value();
    }

    private static String cut(String style) {
        return style.substring(0, Math.min(LONGEST, style.length())).toLowerCase(Locale.ROOT);
    }

    /** Semicolons in strings, brackets and comments separate nothing. */
    private List<Declaration> read() {
        StringBuilder one = new StringBuilder();
        char quote = 0;
        int brackets = 0;
        for (int i = 0; i < style.length(); i++) {
            char c = style.charAt(i);
            if (quote == 0 && style.startsWith("/*", i)) {
                int end = style.indexOf("*/", i + 2);
                i = end < 0 ? style.length() : end + 1;
                one.append(' ');
                continue;
            }
            if (c == '\\') {
                one.append(c);
                i++;
                continue;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                brackets++;
            } else if (c == ')') {
                brackets = Math.max(0, brackets - 1);
            } else if (c == ';' && brackets == 0) {
                declare(one);
                one.setLength(0);
                continue;
            }
            one.append(c);
        }
        declare(one);
        return declarations;
    }

    private void declare(CharSequence text) {
        String declaration = text.toString();
        int colon = declaration.indexOf(':');
        if (colon < 0) {
            return;
        }
        String value = declaration.substring(colon + 1).strip();
        boolean important = value.replace(" ", "").endsWith(IMPORTANT);
        if (important) {
            value = value.substring(0, value.lastIndexOf('!')).strip();
        }
        declarations.add(new Declaration(declaration.substring(0, colon).strip(), value, important));
    }
}
