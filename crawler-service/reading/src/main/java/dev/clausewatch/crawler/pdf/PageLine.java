package dev.clausewatch.crawler.pdf;

import java.util.List;

/** A line with its words, while its page is read. */
record PageLine(Line line, List<Word> words) {

    PageLine {
        words = List.copyOf(words);
    }

    /** The line that some of its words make. */
    Line part(List<Word> some) {
        if (some.size() == words.size()) {
            return line;
        }
        String text = CharacterOrder.tidy(
                String.join(" ", some.stream().map(Word::text).toList()));
        double left = some.stream().mapToDouble(Word::left).min().orElse(line.left());
        double right = some.stream().mapToDouble(Word::right).max().orElse(line.right());
        return new Line(
                line.page(), text, left, right, some.getFirst().base(), line.size(), line.bold(), line.height());
    }
}
