package dev.clausewatch.gateway.documents;

import dev.clausewatch.gateway.http.Markup;
import java.util.ArrayList;
import java.util.List;

/** A text as a page of its own, without style and script. */
final class HtmlText {

    private static final int DEEPEST_HEADING = 6;

    private final Markup page;
    private int lists;
    private boolean inTable;

    private HtmlText(Markup page) {
        this.page = page;
    }

    static String of(String title, List<TextBlock> blocks) {
        Markup page = new Markup();
        page.open("html", "lang", "und").open("head");
        page.empty("meta", "charset", "utf-8").element("title", title).close().open("body");
        HtmlText html = new HtmlText(page);
        blocks.forEach(html::write);
        html.endLists(0);
        html.endTable();
        page.close().close();
        return "<!DOCTYPE html>\n" + page.write() + "\n";
    }

    private void write(TextBlock block) {
        if (!block.isItem()) {
            endLists(0);
        }
        if (!block.isRow()) {
            endTable();
        }
        switch (block.kind()) {
            case "heading" -> {
                page.open("h" + Math.min(DEEPEST_HEADING, block.level()));
                words(block.text());
                page.close();
            }
            case "item", "labelled" -> item(block);
            case "row" -> row(block);
            case "rule" -> page.empty("hr");
            default -> {
                page.open("p");
                words(block.text());
                page.close();
            }
        }
    }

    /** A list item stays open for the lists in it. */
    private void item(TextBlock block) {
        int wanted = block.level() + 1;
        endLists(wanted);
        if (lists == wanted) {
            page.close().open("li");
        }
        while (lists < wanted) {
            page.open("ul").open("li");
            lists++;
        }
        words(block.text());
    }

    private void endLists(int wanted) {
        while (lists > wanted) {
            page.close().close();
            lists--;
        }
    }

    private void row(TextBlock block) {
        if (!inTable) {
            page.open("table").open("tbody");
            inTable = true;
        }
        page.open("tr");
        for (String cell : cells(block.text())) {
            page.open("td");
            words(cell);
            page.close();
        }
        page.close();
    }

    private void endTable() {
        if (inTable) {
            page.close().close();
            inTable = false;
        }
    }

    private void words(String text) {
        for (InlineWords.Run run : InlineWords.of(text)) {
            if (run.address() == null) {
                page.text(run.words());
            } else {
                page.open("a", "href", run.address(), "rel", "noreferrer noopener nofollow")
                        .text(run.words())
                        .close();
            }
        }
    }

    /** The cells of a row. */
    static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        int start = row.startsWith("|") ? 1 : 0;
        for (int at = start; at < row.length(); at++) {
            char c = row.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '|') {
                cells.add(row.substring(start, at).strip());
                start = at + 1;
            }
        }
        if (start < row.length()) {
            cells.add(row.substring(start).strip());
        }
        return cells;
    }
}
