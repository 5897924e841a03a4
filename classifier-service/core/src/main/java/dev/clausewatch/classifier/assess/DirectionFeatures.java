package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.Materiality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the model of direction looks at in an edit: how much came and went, which kinds of words ({@link DirectionWords}) are among it and
 * in the sentences around it, whether figures grow or shrink, and which types the difference has.
 */
final class DirectionFeatures {

    private static final String MORE_IS_BETTER = "more-is-better";
    private static final String SOONER_IS_BETTER = "sooner-is-better";
    private static final String MORE_IS_WORSE = "more-is-worse";
    private static final int[] STEPS = {0, 1, 2, 4, 8, 16, 32, 64};
    private static final double AROUND = 0.5;
    private static final double BALANCE = 3;

    private final Map<String, DirectionWords> kinds;
    private final PhraseSets phrases;

    DirectionFeatures(List<DirectionWords> kinds) {
        Map<String, DirectionWords> byId = new LinkedHashMap<>();
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (DirectionWords kind : kinds) {
            byId.put(kind.id(), kind);
            sets.put(kind.id(), kind.phrases());
        }
        this.kinds = byId;
        this.phrases = PhraseSets.of(sets);
    }

    /** Where words of a kind were found, with the words. */
    record Found(String feature, String sentence, String words) {

        /** Whether they can be a reason by themselves: "any" and "learn more" count together with others only, and so does "you will". */
        boolean isTold() {
            return !feature.endsWith(" widening")
                    && !feature.endsWith(" information")
                    && !words.equalsIgnoreCase("you will");
        }
    }

    /**
     * What was found in an edit.
     *
     * @param features by name
     * @param found the kinds of words that only went or only came, each with what it means
     */
    record Reading(Map<String, Double> features, List<Found> found) {}

    /**
     * Reads an edit.
     *
     * @param types the types of the difference
     */
    Reading read(Edit edit, Materiality materiality, Collection<String> types) {
        Map<String, Double> features = new TreeMap<>();
        String operation = operation(edit);
        flag(features, "op=" + operation);
        flag(features, "materiality=" + materiality);
        flag(features, "materiality=" + materiality + " " + operation);
        if (types.isEmpty()) {
            flag(features, "no-type " + operation);
        }
        for (String type : types) {
            flag(features, "type=" + type);
            flag(features, "type=" + type + " " + operation);
        }
        sizes(edit, features);
        List<Found> found = new ArrayList<>();
        kinds(edit, features, found);
        return new Reading(features, found);
    }

    /** The direction that the one changed figure of a sentence decides, where its words say whether more is better or worse. */
    Optional<DifferenceReader.Judged> byFigure(Edit edit) {
        Set<String> found = phrases.in(edit.touchedAfter());
        boolean better = found.contains(MORE_IS_BETTER);
        if (better == found.contains(MORE_IS_WORSE) || found.contains(SOONER_IS_BETTER)) {
            return Optional.empty();
        }
        return ChangedFigure.of(edit)
                .map(figure -> figure.grows() == better
                        ? new DifferenceReader.Judged(
                                Direction.BETTER,
                                SeverityReasons.quoting("A figure moves in favour of those bound", figure.words()))
                        : new DifferenceReader.Judged(
                                Direction.WORSE,
                                SeverityReasons.quoting("A figure moves against those bound", figure.words())));
    }

    private static String operation(Edit edit) {
        return edit.before().size() == 0 ? "add" : edit.after().size() == 0 ? "remove" : "edit";
    }

    private static void flag(Map<String, Double> features, String name) {
        features.put(name, 1.0);
    }

    private static void sizes(Edit edit, Map<String, Double> features) {
        int gone = edit.deleted().size();
        int come = edit.inserted().size();
        for (int step : STEPS) {
            if (gone > step) {
                flag(features, "gone>" + step);
            }
            if (come > step) {
                flag(features, "come>" + step);
            }
            if (gone + come > step) {
                flag(features, "changed>" + step);
            }
        }
        features.put("growth", Math.signum(come - gone) * StrictMath.log1p(Math.abs(come - gone)) / BALANCE);
        // Of a whole clause nothing stood before that could differ, and it may have any number of figures.
        if (!MaterialityRules.isEdit(edit)) {
            return;
        }
        if (Quantities.differ(edit)) {
            flag(features, "figures");
        }
        if (ListMembers.differ(edit)) {
            flag(features, gone == 0 ? "member-come" : come == 0 ? "member-gone" : "member");
        }
        if (edit.isReordering()) {
            flag(features, "reordered");
        }
    }

    private void kinds(Edit edit, Map<String, Double> features, List<Found> found) {
        Map<String, String> gone = phrases.quotes(edit.deletedWords());
        Map<String, String> come = phrases.quotes(edit.insertedWords());
        Map<String, String> before = phrases.quotes(edit.touchedBefore());
        Map<String, String> after = phrases.quotes(edit.touchedAfter());
        for (DirectionWords kind : kinds.values()) {
            String id = kind.id();
            boolean went = gone.containsKey(id);
            boolean came = come.containsKey(id);
            if (went && came) {
                flag(features, "both " + id);
            } else if (went) {
                flag(features, "gone " + id);
                found.add(new Found("gone " + id, kind.gone(), gone.getOrDefault(id, "")));
            } else if (came) {
                flag(features, "come " + id);
                found.add(new Found("come " + id, kind.come(), come.getOrDefault(id, "")));
            }
            boolean stood = before.containsKey(id);
            boolean stands = after.containsKey(id);
            if (stood) {
                features.put("before " + id, AROUND);
            }
            if (stands) {
                features.put("after " + id, AROUND);
            }
            if (stood && !stands) {
                addFrom(features, found, "out " + id, went, kind.gone(), before.getOrDefault(id, ""));
            } else if (stands && !stood) {
                addFrom(features, found, "in " + id, came, kind.come(), after.getOrDefault(id, ""));
            } else if (stands) {
                features.put(
                        "around " + id + " "
                                + (edit.deleted().size() > edit.inserted().size() ? "less" : "more"),
                        AROUND);
            }
        }
    }

    /** Words of a kind that the sentence had or has, parts of which the edit left. */
    private static void addFrom(
            Map<String, Double> features,
            List<Found> found,
            String feature,
            boolean isTold,
            String sentence,
            String words) {
        flag(features, feature);
        if (!isTold) {
            found.add(new Found(feature, sentence, words));
        }
    }
}
