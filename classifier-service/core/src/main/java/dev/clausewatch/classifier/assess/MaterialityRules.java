package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.learn.Hunk;
import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.TouchedProvision;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much the change of a provision matters to those bound by it, decided by the first rule that holds. The words that the rules
 * look for stand in {@code assess/materiality.yaml}; {@code rules/README.md} lists the rules.
 */
final class MaterialityRules {

    private static final Set<ProvisionChange> PLACE_ONLY =
            EnumSet.of(ProvisionChange.MOVED, ProvisionChange.RENUMBERED);
    /** The kinds of words by which a title says something else. */
    private static final Set<String> TITLE_WORDS = Set.of("duty-or-right", "choice", "substance", "stance");

    private static final Pattern CONTENTS_ENTRY =
            Pattern.compile("[^\\[\\]]{0,20}\\[[^\\[\\]]*+]\\(#[^()\\s]*+\\)[^\\p{L}\\p{N}]{0,10}");
    private static final Pattern MARKS = Pattern.compile("[*_]+");
    private static final int SHORT_LINE = 7;
    private static final int FURNITURE_LINE = 25;
    private static final int LARGE_EDIT = 14;
    private static final int NEGATION = 4;

    /** Kinds of words that turn a clause when one stands where the other stood. */
    private static final List<List<String>> OPPOSITES = List.of(
            List.of("side-of-platform", "side-of-bound"),
            List.of("as-one-likes", "firmly"),
            List.of("before", "after"));

    private final PhraseSets words;

    MaterialityRules(PhraseSets words) {
        this.words = words;
    }

    /**
     * Judges a touched provision.
     *
     * @param typed whether it has a type, that is, does something in law
     */
    MaterialityDecision judge(TouchedProvision touched, Edit edit, boolean typed) {
        if (isPlaceOnly(touched)) {
            return standsElsewhere(touched)
                    ? MaterialityDecision.minor("elsewhere")
                    : MaterialityDecision.editorial("place-only");
        }
        if (standsInAnother(touched)) {
            return MaterialityDecision.minor("elsewhere");
        }
        if (edit.isEmpty()) {
            return MaterialityDecision.editorial("same-words");
        }
        if (edit.before().size() == 0 || edit.after().size() == 0) {
            return wholeClause(edit.before().size() == 0 ? edit.after() : edit.before(), typed);
        }
        if (isContentsEntry(touched) && !Quantities.differ(edit)) {
            return MaterialityDecision.editorial("contents-entry");
        }
        return edited(touched, edit, typed);
    }

    /** Below another heading, or in another list, the same words may mean something else. */
    private static boolean standsElsewhere(TouchedProvision touched) {
        ProvisionText before = touched.before();
        ProvisionText after = touched.after();
        return before != null
                && after != null
                && !(before.headingPath().equals(after.headingPath()) && Objects.equals(before.intro(), after.intro()));
    }

    /** Whether the words of a clause that was not there before stood in another one, or those of one that is gone still stand. */
    static boolean standsInAnother(TouchedProvision touched) {
        return !touched.what().contains(ProvisionChange.EDITED)
                && ((touched.before() == null && touched.what().contains(ProvisionChange.SPLIT))
                        || (touched.after() == null && touched.what().contains(ProvisionChange.MERGED)));
    }

    private MaterialityDecision wholeClause(TokenizedText clause, boolean typed) {
        Set<String> found = words.in(clause.quote());
        if (CosmeticWords.isHeading(clause)) {
            return typed && found.contains("duty-or-right")
                    ? MaterialityDecision.minor("heading-with-a-duty")
                    : MaterialityDecision.editorial("heading");
        }
        if (CosmeticWords.isContents(clause)) {
            return MaterialityDecision.editorial("contents");
        }
        if (CosmeticWords.isChangeLog(clause)) {
            return MaterialityDecision.editorial("change-log");
        }
        if (clause.size() <= FURNITURE_LINE && (found.contains("furniture") || isOnlyDates(clause))) {
            return MaterialityDecision.editorial("page-furniture");
        }
        if (clause.size() <= FURNITURE_LINE && found.contains("pointer") && !found.contains("firm-duty")) {
            return MaterialityDecision.editorial("pointer");
        }
        if (typed) {
            return MaterialityDecision.material("clause-with-a-type");
        }
        if (clause.size() <= SHORT_LINE) {
            return MaterialityDecision.editorial("short-line");
        }
        return found.contains("firm-duty")
                ? MaterialityDecision.material("clause-with-a-duty")
                : MaterialityDecision.minor("clause-without-a-duty");
    }

    private MaterialityDecision edited(TouchedProvision touched, Edit edit, boolean typed) {
        List<TokenizedText.Token> changed =
                Stream.concat(edit.deleted().stream(), edit.inserted().stream()).toList();
        if (edit.isRespacing()) {
            return MaterialityDecision.editorial("same-letters");
        }
        if (edit.all(CosmeticWords::isCosmetic)) {
            return MaterialityDecision.editorial("dates-labels-and-links");
        }
        if (edit.isReordering() && !edit.any(Quantities::isFigure)) {
            return MaterialityDecision.editorial("same-words-reordered");
        }
        if (isDateLine(edit.after())) {
            return MaterialityDecision.editorial("page-furniture");
        }
        if (typed && Quantities.differ(edit)) {
            return MaterialityDecision.material("figures-changed");
        }
        if (typed && edit.hunks().stream().anyMatch(hunk -> isOtherSide(edit, hunk))) {
            return MaterialityDecision.material("other-side");
        }
        Set<String> gone = words.in(printed(edit.deleted()));
        Set<String> come = words.in(printed(edit.inserted()));
        if (isPointer(edit, come)) {
            return MaterialityDecision.editorial("pointer");
        }
        if (typed
                && changed.size() <= NEGATION
                && gone.contains("negation") != come.contains("negation")
                && !words.in(printed(changed)).contains("idle-negation")
                && isIntroducedAsBefore(touched)) {
            return MaterialityDecision.material("negated");
        }
        if (gone.contains("choice") != come.contains("choice")) {
            return MaterialityDecision.material("choice-changed");
        }
        if (gone.contains("duty-or-right") != come.contains("duty-or-right")) {
            return MaterialityDecision.material("duty-or-right-changed");
        }
        if (typed && words.in(printed(changed)).contains("substance")) {
            return MaterialityDecision.material("substance-changed");
        }
        if (typed && changed.size() > LARGE_EDIT) {
            return MaterialityDecision.material("large-edit");
        }
        if (isNames(edit)) {
            return MaterialityDecision.minor("names-changed");
        }
        return isSpelling(edit) ? MaterialityDecision.editorial("spelling") : MaterialityDecision.minor("wording");
    }

    /** Whether an edit leaves every word: the place of the clause, how it is written, a date or the label in front of it. */
    static boolean isForm(TouchedProvision touched, Edit edit) {
        return (isPlaceOnly(touched) && !standsElsewhere(touched))
                || edit.isRespacing()
                || (isEdit(edit) && edit.all(CosmeticWords::isDateOrLabel));
    }

    /**
     * Whether a clause says something else, however little its edit looks: a figure is another, one side stands where the other stood, it
     * binds more or less firmly or at another time, a party, purpose or right joins or leaves a list, a heading reads otherwise, or the words of a duty stand in another order.
     */
    boolean saysSomethingElse(TouchedProvision touched, Edit edit) {
        if (!isEdit(edit) || isForm(touched, edit) || edit.all(CosmeticWords::isCosmetic)) {
            return false;
        }
        if (isAgeLine(edit.after())) {
            return false;
        }
        return Quantities.differ(edit)
                || edit.hunks().stream().anyMatch(hunk -> isTurned(edit, hunk))
                || ListMembers.differ(edit)
                || (isRetitled(edit) && !isContentsEntry(touched))
                || (edit.isReordering() && words.in(edit.after().quote()).contains("firm-duty"));
    }

    /** Whether words of one kind stand where those of its opposite stood, or a word that says with what intent came or went. */
    private boolean isTurned(Edit edit, Hunk hunk) {
        Set<String> gone = words.in(edit.before().quote(hunk.beforeFrom(), hunk.beforeTo()));
        Set<String> come = words.in(edit.after().quote(hunk.afterFrom(), hunk.afterTo()));
        return gone.contains("intent") != come.contains("intent")
                || OPPOSITES.stream()
                        .anyMatch(pair -> isExchange(pair.get(0), pair.get(1), gone, come)
                                || isExchange(pair.get(1), pair.get(0), gone, come));
    }

    /** Whether one side stands where the other stood: "we own the output", "you own the output". */
    private boolean isOtherSide(Edit edit, Hunk hunk) {
        Set<String> gone = words.in(edit.before().quote(hunk.beforeFrom(), hunk.beforeTo()));
        Set<String> come = words.in(edit.after().quote(hunk.afterFrom(), hunk.afterTo()));
        return isExchange("side-of-platform", "side-of-bound", gone, come)
                || isExchange("side-of-bound", "side-of-platform", gone, come);
    }

    private static boolean isExchange(String one, String other, Set<String> gone, Set<String> come) {
        return gone.contains(one) && !gone.contains(other) && come.contains(other) && !come.contains(one);
    }

    /** How long ago the page was edited, as help centres print it. */
    private boolean isAgeLine(TokenizedText line) {
        return line.size() <= SHORT_LINE && words.in(line.quote()).contains("age-line");
    }

    /** A line of a table of contents: the heading that it leads to is told itself. */
    private static boolean isContentsEntry(TouchedProvision touched) {
        return touched.before() != null
                && touched.after() != null
                && CONTENTS_ENTRY.matcher(touched.before().text()).matches()
                && CONTENTS_ENTRY.matcher(touched.after().text()).matches();
    }

    /** Whether a "not" cannot have come from or gone into the words that introduce the list. */
    private static boolean isIntroducedAsBefore(TouchedProvision touched) {
        return touched.before() != null
                && touched.after() != null
                && Objects.equals(touched.before().intro(), touched.after().intro());
    }

    /** Whether the clause stood before and stands after. */
    static boolean isEdit(Edit edit) {
        return edit.before().size() > 0 && edit.after().size() > 0;
    }

    private static boolean isPlaceOnly(TouchedProvision touched) {
        return !touched.what().isEmpty() && PLACE_ONLY.containsAll(touched.what());
    }

    /** Whether a title names another duty, right or subject; other words for the same ("Changing" for "Modifying") are none. */
    private boolean isRetitled(Edit edit) {
        if (!isTitle(edit.before()) || !isTitle(edit.after()) || isSpelling(edit)) {
            return false;
        }
        Set<String> found = words.in(edit.after().quote());
        Set<String> changed = new HashSet<>(words.in(printed(edit.deleted())));
        changed.addAll(words.in(printed(edit.inserted())));
        return !Collections.disjoint(changed, TITLE_WORDS)
                && !found.contains("furniture")
                && !found.contains("pointer");
    }

    /** A short line without an end. */
    private static boolean isTitle(TokenizedText line) {
        return line.size() > 0 && line.size() <= SHORT_LINE && Character.isLetterOrDigit(lastPoint(line));
    }

    private static int lastPoint(TokenizedText line) {
        String quote = MARKS.matcher(line.quote()).replaceAll("");
        return quote.isEmpty() ? ' ' : quote.codePointBefore(quote.length());
    }

    private boolean isDateLine(TokenizedText line) {
        return line.size() <= FURNITURE_LINE
                && words.in(line.quote()).contains("date-line")
                && line.tokens().stream().anyMatch(CosmeticWords::isDatePart);
    }

    private static boolean isOnlyDates(TokenizedText line) {
        return line.tokens().stream().allMatch(CosmeticWords::isDatePart);
    }

    /** Whether nothing but a few words came that lead elsewhere. */
    private static boolean isPointer(Edit edit, Set<String> come) {
        return edit.deleted().isEmpty()
                && edit.inserted().size() <= FURNITURE_LINE
                && come.contains("pointer")
                && !come.contains("firm-duty");
    }

    private static String printed(Collection<TokenizedText.Token> tokens) {
        return tokens.stream().map(TokenizedText.Token::printed).collect(Collectors.joining(" "));
    }

    /** Names for names, inside of sentences: a company, a product, a place. */
    private static boolean isNames(Edit edit) {
        return edit.hunks().stream()
                .allMatch(hunk -> hunk.beforeFrom() > 0
                        && hunk.afterFrom() > 0
                        && !hunk.isInsertion()
                        && !hunk.isDeletion()
                        && areNames(edit.before().tokens().subList(hunk.beforeFrom(), hunk.beforeTo()))
                        && areNames(edit.after().tokens().subList(hunk.afterFrom(), hunk.afterTo())));
    }

    private static boolean areNames(List<TokenizedText.Token> tokens) {
        return tokens.stream()
                .allMatch(token -> Character.isUpperCase(token.printed().codePointAt(0)));
    }

    /** Words for others that differ in their last letters. */
    private static boolean isSpelling(Edit edit) {
        return edit.hunks().stream()
                .allMatch(hunk -> !hunk.isInsertion()
                        && !hunk.isDeletion()
                        && WordKey.isSimilar(
                                joined(edit.before(), hunk.beforeFrom(), hunk.beforeTo()),
                                joined(edit.after(), hunk.afterFrom(), hunk.afterTo())));
    }

    private static String joined(TokenizedText wording, int from, int to) {
        return wording.tokens().subList(from, to).stream()
                .map(TokenizedText.Token::key)
                .collect(Collectors.joining());
    }
}
