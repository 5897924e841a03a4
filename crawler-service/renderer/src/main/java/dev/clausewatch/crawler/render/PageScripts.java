package dev.clausewatch.crawler.render;

/** What we run inside a page, which may have changed every function it finds there: the answers are checked outside. */
final class PageScripts {

    /** Before the page's own scripts: it gets no windows of its own and no connections past the proxy. */
    static final String BEFORE = """
            delete globalThis.RTCPeerConnection;
            delete globalThis.webkitRTCPeerConnection;
            delete globalThis.WebTransport;
            globalThis.open = () => null;
            """;

    /**
     * A string that stays the same as long as the text does. It begins with the state of loading, then comes "+" when all selectors
     * match something; those that browsers do not know are not asked.
     */
    static final String PROBE = """
            selectors => {
              const there = selectors.every(selector => {
                try { return document.querySelector(selector) !== null; } catch { return true; }
              });
              const text = document.body ? document.body.textContent : "";
              let hash = 0;
              for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
              return document.readyState + (there ? " +" : " -") + text.length + " " + hash + " " + document.getElementsByTagName("*").length;
            }""";

    /**
     * The page as HTML; "" when it is longer than the limit. Open shadow roots take the place of what they hide, in a copy that no
     * script of the page lives in.
     */
    static final String SERIALISE = """
            limit => {
              const inert = document.implementation.createHTMLDocument();
              const copy = node => {
                const twin = inert.importNode(node, false);
                const slotted = node.localName === "slot" ? node.assignedNodes() : [];
                const children = slotted.length ? slotted : (node.shadowRoot || node).childNodes;
                for (const child of children) twin.appendChild(copy(child));
                return twin;
              };
              const shadows = [...document.getElementsByTagName("*")].some(element => element.shadowRoot);
              let root = document.documentElement;
              if (shadows) { try { root = copy(root); } catch { /* nested too deeply */ } }
              const html = "<!DOCTYPE html>\\n" + root.outerHTML;
              return html.length > limit ? "" : html;
            }""";

    private PageScripts() {}
}
