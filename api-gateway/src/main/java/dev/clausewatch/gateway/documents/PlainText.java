package dev.clausewatch.gateway.documents;

import java.util.List;
import java.util.stream.Collectors;

/** A text without marks, for eyes and for tools that compare words. */
final class PlainText {

    private static final String INDENT = "    ";

    private PlainText() {}

    static String of(List<TextBlock> blocks) {
        StringBuilder text = new StringBuilder();
        TextBlock previous = null;
        for (TextBlock block : blocks) {
            boolean together =
                    previous != null && ((block.isItem() && previous.isItem()) || (block.isRow() && previous.isRow()));
            if (previous != null && !together) {
                text.append('\n');
            }
            text.append(line(block)).append('\n');
            previous = block;
        }
        return text.toString();
    }

    private static String line(TextBlock block) {
        return switch (block.kind()) {
            case "item" -> INDENT.repeat(block.level()) + "- " + words(block.text());
            case "labelled" -> INDENT.repeat(block.level()) + words(block.text());
            case "row" ->
                HtmlText.cells(block.text()).stream().map(PlainText::words).collect(Collectors.joining(" | "));
            case "rule" -> "---";
            default -> words(block.text());
        };
    }

    private static String words(String text) {
        return InlineWords.of(text).stream()
                .map(run -> run.address() == null ? run.words() : run.words() + " <" + run.address() + ">")
                .collect(Collectors.joining());
    }
}
