package dev.clausewatch.crawler.imports;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * HTML in Markdown. Archives leave tables in it that Markdown cannot say; but {@code <name>} in a text is a placeholder that a
 * lawyer wrote. So tags that shape text are tags and everything else is words. Marks of emphasis that found no partner are dropped
 * like those that did.
 */
final class EmbeddedHtml implements NodeRenderer {

    private static final Set<String> SHAPING = Set.of(
            "a",
            "abbr",
            "article",
            "b",
            "blockquote",
            "br",
            "caption",
            "center",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "details",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "u",
            "ul");

    private static final Pattern TAG = Pattern.compile("^\\s*+</?+([a-zA-Z][a-zA-Z0-9]*+)");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)\\A\\s*+(?:https?:|mailto:|tel:).*+", Pattern.DOTALL);
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\shref\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s>\"']++))");

    private final HtmlWriter html;

    EmbeddedHtml(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlBlock.class, HtmlInline.class, Text.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case HtmlBlock block -> {
                html.line();
                kept(block.getLiteral());
                html.line();
            }
            case HtmlInline inline -> kept(inline.getLiteral());
            case Text text -> html.text(text.getLiteral().replace("**", ""));
            default -> throw new IllegalArgumentException("Not one of ours: " + node);
        }
    }

    static boolean isAbsolute(String address) {
        return ABSOLUTE.matcher(address).matches();
    }

    private void kept(String literal) {
        Matcher tag = TAG.matcher(literal);
        if (tag.find() && SHAPING.contains(tag.group(1).toLowerCase(Locale.ROOT))) {
            html.raw(withoutRelativeAddresses(literal));
        } else {
            html.text(literal);
        }
    }

    private static String withoutRelativeAddresses(String literal) {
        return ADDRESS.matcher(literal).replaceAll(found -> {
            String address =
                    found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
            return isAbsolute(address) ? Matcher.quoteReplacement(found.group()) : "";
        });
    }
}
