package dev.clausewatch.crawler.extract;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The labels of one list, as a browser prints them. */
final class ListLabels {

    static final String BULLET = "-";

    /** So many characters tell whether an item begins with a label. */
    private static final int START = 40;

    private static final int MOST_NODES = 1_000;

    private static final Pattern STYLE = Pattern.compile("list-style(?:-type)?\\s*:\\s*([a-z-]+)");

    /** A label that the page's author typed: {@code (a)}, {@code 1.2}, {@code iv)}. */
    private static final Pattern PRINTED = Pattern.compile(
            "^\\s*+(?:\\((?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})\\)|\\d{1,3}(?:\\.\\d{1,3}+)++\\.?|(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)])\\s.*",
            Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("\\A[+-]?\\d{1,8}");

    private final String type;
    private final int step;
    private int next;

    private ListLabels(String type, int start, int step) {
        this.type = type;
        this.next = start;
        this.step = step;
    }

    static ListLabels of(Element list, List<Element> items) {
        if (!list.normalName().equals("ol") || style(list).equals("none") || printed(items)) {
            return new ListLabels(BULLET, 0, 0);
        }
        boolean reversed = list.hasAttr("reversed");
        int start = number(list.attr("start"), reversed ? items.size() : 1);
        return new ListLabels(type(list), start, reversed ? -1 : 1);
    }

    /** The label of the next item. */
    String next(Element item) {
        if (type.equals(BULLET)) {
            return BULLET;
        }
        int number = number(item.attr("value"), next);
        next = number + step;
        return label(item.hasAttr("type") ? type(item) : type, number);
    }

    static String label(String type, int number) {
        return switch (type) {
            case "a" -> letters(number).toLowerCase(Locale.ROOT) + ".";
            case "A" -> letters(number) + ".";
            case "i" -> roman(number).toLowerCase(Locale.ROOT) + ".";
            case "I" -> roman(number) + ".";
            default -> number + ".";
        };
    }

    /** Pages with their own numbers in the text hide the browser's. */
    private static boolean printed(List<Element> items) {
        return !items.isEmpty()
                && items.stream().allMatch(item -> PRINTED.matcher(start(item)).matches());
    }

    private static String start(Element item) {
        StringBuilder start = new StringBuilder();
        Iterator<Node> nodes = item.nodeStream().limit(MOST_NODES).iterator();
        // Lists nest: an item's whole text would be read once for every list around it.
        while (nodes.hasNext() && start.length() <= START) {
            Node node = nodes.next();
            String words = node instanceof TextNode text ? text.getWholeText() : node.nameIs("br") ? "\n" : "";
            String more = start.isEmpty() ? words.stripLeading() : words;
            start.append(more, 0, Math.min(more.length(), START + 1));
        }
        return start.length() > START ? start.substring(0, START) : start + " ";
    }

    private static String type(Element element) {
        String declared = element.attr("type").strip();
        if (List.of("1", "a", "A", "i", "I").contains(declared)) {
            return declared;
        }
        return switch (style(element)) {
            case "lower-alpha", "lower-latin" -> "a";
            case "upper-alpha", "upper-latin" -> "A";
            case "lower-roman" -> "i";
            case "upper-roman" -> "I";
            default -> "1";
        };
    }

    private static String style(Element element) {
        Matcher matcher = STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int number(String value, int otherwise) {
        return NUMBER.matcher(value.strip()).matches() ? Integer.parseInt(value.strip()) : otherwise;
    }

    private static String letters(int number) {
        if (number < 1) {
            return Integer.toString(number);
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return Integer.toString(number);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(signs[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }
}
