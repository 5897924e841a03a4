package dev.clausewatch.classifier.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the model of materiality looks at in an edit: how much came and went, whether words of duty, figures and addresses are among
 * it, the words themselves, and what the rules would say.
 */
final class EditFeatures {

    private static final Pattern DUTY = Pattern.compile(
            "must|shall|may|will|cannot|can|not|no|never|without|unless|except|only|agree|consent|rights?|liable|required?"
                    + "|waive|prohibited|permitted|allowed|terminate|suspend");
    private static final Pattern FIRM = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])(must|shall|may not|will not|cannot|agree|required|right to|liable|responsible|prohibit|permitted|waive|consent"
                    + "|we may|you may)(?![\\p{L}\\p{N}_])");
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    private static final Pattern ADDRESS = Pattern.compile("https?:|www\\.|@|\\.(com|org)");
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
        flag(
                "figure",
                changed.stream()
                        .anyMatch(token -> FIGURE.matcher(token.printed()).find()));
        flag("figures-only", changed.stream().allMatch(CosmeticWords::isDatePart));
        flag(
                "duty",
                changed.stream().anyMatch(token -> DUTY.matcher(token.key()).matches()));
        flag("other-duty", !duties(edit.deleted()).equals(duties(edit.inserted())));
        flag("reordered", edit.isReordering());
        flag("respaced", edit.isRespacing());
        flag(
                "address",
                changed.stream()
                        .anyMatch(token -> ADDRESS.matcher(token.printed()).find()));
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
        flag("firm", FIRM.matcher(text.toLowerCase(java.util.Locale.ROOT)).find());
    }

    private static Set<String> duties(Collection<TokenizedText.Token> tokens) {
        return tokens.stream()
                .map(TokenizedText.Token::key)
                .filter(key -> DUTY.matcher(key).matches())
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
