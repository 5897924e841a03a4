package dev.clausewatch.crawler.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Sections that a reader opens with a click, such as those of an accordion or of tabs (WAI-ARIA Authoring Practices: accordion, disclosure,
 * tabs). They are text, open or closed, and so are the buttons that carry their titles.
 *
 * @param titles buttons that are the titles of sections
 * @param sections that may be hidden at the moment
 */
record Disclosures(Set<Node> titles, Set<Node> sections) {

    private static final String BUTTONS =
            "button[aria-controls], button[aria-expanded], button[class*=accordion], button[class*=collapsible]";

    private static final String CLOSED = "[hidden], [aria-hidden=true]";

    private static final Set<String> OVERLAYS =
            Set.of("dialog", "alertdialog", "menu", "menubar", "listbox", "tooltip", "navigation", "banner");

    /** In parts of a page. */
    static Disclosures in(List<Element> roots) {
        Disclosures found = new Disclosures(Selection.identitySet(), Selection.identitySet());
        for (Element root : roots) {
            List<Element> buttons = root.select(BUTTONS);
            List<Element> closed = root.select(CLOSED);
            if (!buttons.isEmpty() || !closed.isEmpty()) {
                found.look(root, buttons, closed);
            }
        }
        return found;
    }

    private void look(Element root, List<Element> buttons, List<Element> closed) {
        Map<String, Element> byId = new HashMap<>();
        if (!buttons.isEmpty()) {
            root.select("[id]").forEach(element -> byId.putIfAbsent(element.id(), element));
        }
        Set<Node> looked = Selection.identitySet();
        for (Element button : buttons) {
            Element section = section(button, byId);
            if (section != null && isText(section, looked)) {
                titles.add(button);
            }
        }
        for (Element element : closed) {
            if (isNamed(element) && isText(element, looked)) {
                sections.add(element);
            }
        }
    }

    /** What a button opens: what it says it does, else what follows it. */
    private static @Nullable Element section(Element button, Map<String, Element> byId) {
        if (button.hasAttr("aria-haspopup")) {
            return null;
        }
        Element controlled = byId.get(button.attr("aria-controls"));
        return controlled != null ? controlled : button.nextElementSibling();
    }

    private static boolean isNamed(Element element) {
        return element.attr("role").equals("tabpanel") || element.hasAttr("aria-labelledby");
    }

    /** Each section is looked at once, however many buttons open it. */
    private boolean isText(Element section, Set<Node> looked) {
        if (looked.add(section) && !isOverlay(section) && Prose.isIn(section)) {
            sections.add(section);
        }
        return sections.contains(section);
    }

    private static boolean isOverlay(Element element) {
        return element.nameIs("dialog") || element.hasAttr("aria-modal") || OVERLAYS.contains(element.attr("role"));
    }
}
