package dev.clausewatch.classifier.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the model of materiality looks at in an edit: how much came and went, whether words of duty, figures and addresses are among
 * it, the words themselves, and what the rules would say.
 */
final class EditFeatures {

    private static final Set<String> DUTY = Set.of(
            "must",
            "shall",
            "may",
            "will",
            "cannot",
            "can",
            "not",
            "no",
            "never",
            "without",
            "unless",
            "except",
            "only",
            "agree",
            "consent",
            "right",
            "rights",
            "liable",
            "require",
            "required",
            "waive",
            "prohibited",
            "permitted",
            "allowed",
            "terminate",
            "suspend");
    private static final List<String> FIRM = List.of(
            "must",
            "shall",
            "may not",
            "will not",
            "cannot",
            "agree",
            "required",
            "right to",
            "liable",
            "responsible",
            "prohibit",
            "permitted",
            "waive",
            "consent",
            "we may",
            "you may");
    private static final List<String> ADDRESS = List.of("http:", "https:", "www.", "@", ".com", ".org");
    private static final int[] CHANGED_STEPS = {0, 1, 2, 4, 8, 16, 32, 64};
    private static final int[] LENGTH_STEPS = {3, 6, 10, 16, 30, 60};
    private static final int MOST_HUNKS = 5;
    private static final int HEADING_WORDS = 10;
    private static final double WORD = 1.5;
    private static final double SIDED_WORD = 0.7;

    private final Map<String, Double> features = new TreeMap<>();
    private final Edit edit;

    private EditFeatures(Edit edit) {
        this.edit = edit;
    }

    /**
     * The features of an edit by name.
     *
     * @param typed whether the provision has a type
     * @param rule the rule of {@link MaterialityRules} that holds
     */
    static Map<String, Double> of(Edit edit, boolean typed, String rule) {
        EditFeatures reader = new EditFeatures(edit);
        reader.flag("typed", typed);
        reader.flag("rule=" + rule, true);
        reader.sizes();
        reader.kinds();
        reader.words();
        return reader.features;
    }

    private void flag(String name, boolean holds) {
        if (holds) {
            features.put(name, 1.0);
        }
    }

    private void sizes() {
        int before = edit.before().size();
        int after = edit.after().size();
        int changed = edit.size();
        int length = Math.max(before, after);
        flag("op=" + operation(), true);
        for (int step : CHANGED_STEPS) {
            flag("changed>" + step, changed > step);
        }
        for (int step : LENGTH_STEPS) {
            flag("length>" + step, length > step);
        }
        features.put("share", (double) changed / Math.max(1, before + after));
        features.put("hunks", (double) Math.min(edit.hunks().size(), MOST_HUNKS));
    }

    private String operation() {
        return edit.before().size() == 0 ? "add" : edit.after().size() == 0 ? "remove" : "edit";
    }

    private void kinds() {
        List<TokenizedText.Token> changed = new ArrayList<>(edit.deleted());
        changed.addAll(edit.inserted());
        Set<String> goneDuties = duties(edit.deleted());
        Set<String> newDuties = duties(edit.inserted());
        flag(
                "figure",
                changed.stream().anyMatch(token -> token.printed().codePoints().anyMatch(Character::isDigit)));
        flag("figures-only", changed.stream().allMatch(CosmeticWords::isDatePart));
        flag("duty", !goneDuties.isEmpty() || !newDuties.isEmpty());
        flag("other-duty", !goneDuties.equals(newDuties));
        flag("reordered", edit.isReordering());
        flag("respaced", edit.isRespacing());
        flag("address", changed.stream().anyMatch(token -> ADDRESS.stream().anyMatch(token.printed()::contains)));
        long capitals = changed.stream()
                .filter(token -> Character.isUpperCase(token.printed().codePointAt(0)))
                .count();
        features.put("capitals", (double) capitals / Math.max(1, changed.size()));
        TokenizedText stands = edit.after().size() == 0 ? edit.before() : edit.after();
        String text = stands.quote();
        boolean stop = text.endsWith(".") || text.endsWith(";") || text.endsWith(":");
        flag("stop", stop);
        flag("heading", !stop && stands.size() <= HEADING_WORDS);
        flag("question", text.endsWith("?"));
        flag("firm", isFirm(text.toLowerCase(Locale.ROOT)));
    }

    /** Whether words of duty stand in a text as whole words. */
    private static boolean isFirm(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (at == 0 || !isOfWord(text.codePointBefore(at))) {
                for (String words : FIRM) {
                    int end = at + words.length();
                    if (text.startsWith(words, at) && (end == text.length() || !isOfWord(text.codePointAt(end)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isOfWord(int point) {
        return switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> point == '_' || Character.isLetter(point);
        };
    }

    private static Set<String> duties(Collection<TokenizedText.Token> tokens) {
        return tokens.stream()
                .map(TokenizedText.Token::key)
                .filter(DUTY::contains)
                .collect(Collectors.toSet());
    }

    /** Each different word once, all of them together of one length. */
    private void words() {
        Set<String> deleted = keys(edit.deleted());
        Set<String> inserted = keys(edit.inserted());
        Set<String> all = new TreeSet<>(deleted);
        all.addAll(inserted);
        double unit = 1 / Math.sqrt(Math.max(1, all.size()));
        all.forEach(word -> features.put("word:" + word, WORD * unit));
        deleted.forEach(word -> features.put("gone:" + word, SIDED_WORD * unit));
        inserted.forEach(word -> features.put("new:" + word, SIDED_WORD * unit));
        if (!operation().equals("edit")) {
            all.forEach(word -> features.put(operation() + ":" + word, SIDED_WORD * unit));
        }
    }

    private static Set<String> keys(Collection<TokenizedText.Token> tokens) {
        return tokens.stream().map(TokenizedText.Token::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
