package dev.clausewatch.crawler.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Writes superscripts and subscripts so that they stay apart from the figures and words before them: {@code 10^2}, {@code 1 1/2},
 * {@code 1st}, and {@code [1]} for the mark of a note.
 */
final class Superscripts {

    /** A longer one is text that stands higher. */
    private static final int LONGEST = 40;

    private static final int MOST_NODES = 20;

    /** Elements around it among which its link is looked for. */
    private static final int NEAR = 4;

    private static final Evaluator LINK = QueryParser.parse("a[href]");

    private static final Set<String> ORDINALS = Set.of(
            "st", "nd", "rd", "th", "er", "re", "e", "ère", "ème", "eme", "ième", "de", "ste", "o", "a", "os", "as");
    private static final Set<String> UNITS =
            Set.of("mm", "cm", "dm", "m", "km", "in", "ft", "yd", "mi", "nm", "px", "pt", "s", "sec");
    private static final String CURRENCIES = "$€£¥₹₽₩₺₪฿";

    private static final Pattern DIGITS = Pattern.compile("\\d++");
    private static final Pattern SIGNED = Pattern.compile("\\A[-+−–]\\d++");
    private static final Pattern NOTE =
            Pattern.compile("\\(?(\\d{1,3}+(?: ?[,;–-] ?\\d{1,3}+)*+|\\d{1,3}+[a-z]|[a-z])\\)?");
    private static final Pattern FRACTION = Pattern.compile("\\A\\d++[/⁄]\\d++");
    private static final Set<String> SLASHES = Set.of("/", "⁄");
    /** Of fractions that people write: in "24/7" the figures are no fraction. */
    private static final Pattern DENOMINATOR = Pattern.compile("\\A\\s*+(?:[/⁄]\\s*+[2348](?!\\d)|⁄\\d)");

    private static final Pattern TIME =
            Pattern.compile("\\A\\s*+(?:business |calendar |working )?(?:day|week|month|year|hour|minute)");
    private static final Pattern CENTS = Pattern.compile("[4-9]\\d|00");
    private static final Pattern CURRENCY_CODE = Pattern.compile("(?<![A-Z])[A-Z]{3}\\z");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}++");

    private Superscripts() {}

    /** Whether an element is a superscript or subscript, and short. */
    static boolean is(Element element) {
        return (isSuper(element) || isSub(element)) && PartSize.within(element, MOST_NODES, LONGEST);
    }

    /**
     * A superscript or subscript as it is written.
     *
     * @param words that it holds
     * @param before the end of what stands before it
     */
    static String written(Element element, String words, CharSequence before) {
        if (words.isEmpty()) {
            return "";
        }
        return isSuper(element) ? raised(element, words, before) : lowered(words, before);
    }

    /** Whether a character behind a superscript would run into it. */
    static boolean joins(CharSequence before, char next) {
        char last = last(before);
        return Character.isDigit(last)
                ? Character.isDigit(next)
                : last == ']' && (next == '(' || Character.isLetterOrDigit(next));
    }

    private static String raised(Element element, String words, CharSequence before) {
        char last = last(before);
        boolean digit = Character.isDigit(last);
        Base base = Base.in(before);
        if (FRACTION.matcher(words).matches() || (!base.isMoney() && isNumerator(element, words))) {
            return digit ? " " + words : words;
        }
        if (base.isMoney() && CENTS.matcher(words).matches() && !isLink(element)) {
            return "." + words;
        }
        if (digit && ORDINALS.contains(words.toLowerCase(Locale.ROOT)) && !isLink(element)) {
            return words;
        }
        if (SIGNED.matcher(words).matches()) {
            return "^" + words;
        }
        Matcher note = NOTE.matcher(words);
        if (note.matches() && (digit || !isWord(words) || isLink(element) || base.isLongWord())) {
            return isExponent(element, words, base) ? "^" + words : "[" + note.group(1) + "]";
        }
        if (LETTERS.matcher(words).matches()) {
            return words;
        }
        boolean joined = Character.isLetterOrDigit(last) && Character.isLetterOrDigit(words.charAt(0));
        return joined ? "^(" + words + ")" : words;
    }

    private static String lowered(String words, CharSequence before) {
        return Character.isDigit(last(before)) && Character.isDigit(words.charAt(0)) ? "_" + words : words;
    }

    private static boolean isWord(String words) {
        return LETTERS.matcher(words).matches();
    }

    /** Nobody raises to the first power or a span of time, and a mark that leads somewhere is a note's. */
    private static boolean isExponent(Element element, String words, Base base) {
        return DIGITS.matcher(words).matches()
                && !words.equals("1")
                && !isLink(element)
                && base.isRaised()
                && !TIME.matcher(behind(element)).find();
    }

    /**
     * What a superscript stands behind.
     *
     * @param word the letters and digits before it
     * @param ahead what is before those
     */
    private record Base(String word, String ahead) {

        static Base in(CharSequence before) {
            int start = before.length();
            while (start > 0 && Character.isLetterOrDigit(before.charAt(start - 1))) {
                start--;
            }
            return new Base(
                    before.subSequence(start, before.length()).toString(),
                    before.subSequence(0, start).toString().stripTrailing());
        }

        boolean isNumber() {
            return DIGITS.matcher(word).matches();
        }

        boolean isMoney() {
            return isNumber()
                    && (CURRENCIES.indexOf(last(ahead)) >= 0
                            || CURRENCY_CODE.matcher(ahead).find());
        }

        boolean isLongWord() {
            return word.length() > 2 && LETTERS.matcher(word).matches();
        }

        /** Powers are those of two and ten, of units and of variables; other numbers have notes. */
        boolean isRaised() {
            if (isNumber()) {
                return (word.equals("10") || word.equals("2")) && !isMoney() && ".,-–".indexOf(last(ahead)) < 0;
            }
            boolean unit = UNITS.contains(word) && (!word.equals("in") || Character.isDigit(last(ahead)));
            return unit || (word.length() == 1 && Character.isLowerCase(word.charAt(0)));
        }
    }

    private static boolean isLink(Element element) {
        if (element.attr("role").equals("doc-noteref")
                || element.className().toLowerCase(Locale.ROOT).contains("note")
                || element.selectFirst(LINK) != null) {
            return true;
        }
        Element around = element;
        for (int i = 0; i < NEAR && around != null; i++) {
            if (around.nameIs("a") && around.hasAttr("href")) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    private static boolean isNumerator(Element element, String words) {
        if (!DIGITS.matcher(words).matches()) {
            return false;
        }
        boolean lowered = element.nextSibling() instanceof TextNode slash
                && slash.getWholeText().length() < LONGEST
                && SLASHES.contains(slash.getWholeText().strip())
                && slash.nextSibling() instanceof Element sub
                && isSub(sub);
        return lowered || DENOMINATOR.matcher(behind(element)).find();
    }

    /** The beginning of what stands behind an element. */
    private static String behind(Element element) {
        StringBuilder behind = new StringBuilder();
        Node next = element.nextSibling();
        for (int i = 0; i < 3 && next != null; i++) {
            if (next instanceof TextNode text) {
                String whole = text.getWholeText();
                behind.append(whole, 0, Math.min(LONGEST, whole.length()));
            } else if (next instanceof Element sibling && PartSize.within(sibling, MOST_NODES, LONGEST)) {
                behind.append(sibling.wholeText());
            }
            next = next.nextSibling();
        }
        return behind.toString();
    }

    private static boolean isSuper(Element element) {
        return element.nameIs("sup") || isAligned(element, "super");
    }

    private static boolean isSub(Element element) {
        return element.nameIs("sub") || isAligned(element, "sub");
    }

    private static boolean isAligned(Element element, String place) {
        return element.hasAttr("style")
                && !element.isBlock()
                && Style.value(element, "vertical-align").equals(place);
    }

    private static char last(CharSequence text) {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }
}
