package dev.clausewatch.crawler.extract;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses that a page hides from robots, as its readers see them. Cloudflare writes each byte of an address xored with the first
 * one, anew for every visitor: left alone, such an address changes with every capture.
 */
final class Obfuscation {

    private static final String PROTECTED = "/cdn-cgi/l/email-protection#";

    /** Longer than the longest address (RFC 5321: 254) with its key. */
    private static final int LONGEST = 2 * 256;

    private static final Pattern SPELLED_OUT = Pattern.compile(
            "(?<![\\w.+-])([\\w.+-]{1,64})\\s?[\\[({]\\s?at\\s?[\\])}]\\s?([\\w-]{1,63}(?:(?:\\.|\\s?[\\[({]\\s?dot\\s?[\\])}]\\s?)[\\w-]{1,63}){1,5})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT = Pattern.compile("\\s?[\\[({]\\s?dot\\s?[\\])}]\\s?", Pattern.CASE_INSENSITIVE);

    private Obfuscation() {}

    /** Puts the addresses into the page. */
    static void resolve(Document page) {
        for (Element element : page.select("[data-cfemail]")) {
            String address = decode(element.attr("data-cfemail"));
            if (address != null) {
                element.text(address);
            }
        }
        for (Element link : page.select("a[href*=" + PROTECTED.replace("#", "") + "]")) {
            String target = link.attr("href");
            int hash = target.indexOf(PROTECTED);
            String address = hash < 0 ? null : decode(target.substring(hash + PROTECTED.length()));
            if (address != null) {
                link.attr("href", "mailto:" + address);
            }
        }
    }

    /** {@code help [at] example [dot] com} as an address. */
    static String spelledOut(String text) {
        if (!text.contains("at]") && !text.contains("at)") && !text.contains("AT]") && !text.contains("at }")) {
            return text;
        }
        return SPELLED_OUT
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "@" + DOT.matcher(found.group(2)).replaceAll(".")));
    }

    private static @Nullable String decode(String hex) {
        if (hex.length() < 4 || hex.length() > LONGEST) {
            return null;
        }
        try {
            byte[] bytes = HexFormat.of().parseHex(hex);
            StringBuilder address = new StringBuilder();
            for (int i = 1; i < bytes.length; i++) {
                address.append((char) ((bytes[i] ^ bytes[0]) & 0xff));
            }
            return address.indexOf("@") > 0 ? address.toString() : null;
        } catch (IllegalArgumentException e) {
            // Not hexadecimal: another use of the same name.
            return null;
        }
    }
}
