package dev.clausewatch.classifier.law;

import dev.clausewatch.classifier.law.FittingLaw.Why;
import dev.clausewatch.classifier.taxonomy.Fits;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.DocumentRef;
import dev.clausewatch.events.ForceOnDay;
import dev.clausewatch.events.RegisterPublished.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the laws that a clause engages: first those that it names, then those of which all conditions hold, the one with the most conditions
 * first. Linear in the length of the clause; immutable and thread-safe; the same input always gives the same answer.
 */
public final class FittingLaws {

    /** A clause has at most so many laws. */
    public static final int MOST = 5;

    /** Laws that only the type speaks for are added up to so many in all. */
    private static final int ENOUGH = 3;

    /** A law that was not passed on the day of the change is told so many years before it applies. */
    private static final int YEARS_AHEAD = 2;

    /** Words say most of all. */
    private static final int WEIGHT_OF_WORDS = 4;

    private record Candidate(int score, FittingLaw law) {}

    private final Fits fits;
    private final FitPhrases phrases;
    private final Map<String, Instrument> instruments;

    private FittingLaws(Fits fits, FitPhrases phrases, Map<String, Instrument> instruments) {
        this.fits = fits;
        this.phrases = phrases;
        this.instruments = instruments;
    }

    /**
     * Those of a register.
     *
     * @throws IllegalArgumentException if a phrase cannot be read; the message quotes it
     */
    public static FittingLaws of(Register register) {
        return new FittingLaws(
                register.fits(),
                new FitPhrases(register.fits()),
                register.instruments().stream().collect(Collectors.toMap(Instrument::id, Function.identity())));
    }

    /**
     * The laws that a clause engages, at most {@link #MOST}, the most telling first; none where none fits.
     *
     * @param types what it does
     * @param text its words with those that introduce it
     * @param document its document
     * @param day the day of the change: what had ended by then is told only where the clause names it
     */
    public List<FittingLaw> of(Collection<String> types, String text, DocumentRef document, LocalDate day) {
        Set<String> words = phrases.in(text);
        Facts facts = new Facts(types, words, document, day, bindsBusinesses(document, words));
        Map<String, FittingLaw> found = new LinkedHashMap<>();
        named(words).forEach(law -> found.putIfAbsent(law.instrument(), law));
        for (Candidate candidate : candidates(facts)) {
            FittingLaw law = candidate.law();
            if (law.why() == Why.WORDS || found.size() < ENOUGH) {
                found.merge(law.instrument(), law, FittingLaws::withPinpoint);
            }
        }
        return withoutWider(found).stream()
                .sorted(Comparator.comparing(law -> law.why() != Why.NAMED))
                .limit(MOST)
                .toList();
    }

    private boolean bindsBusinesses(DocumentRef document, Set<String> words) {
        String termsType = document.termsType().toLowerCase(Locale.ROOT);
        return FitPhrases.bindsBusinesses(words)
                || fits.business().documents().stream().anyMatch(termsType::contains);
    }

    private List<FittingLaw> named(Set<String> words) {
        List<FittingLaw> named = new ArrayList<>();
        for (int row = 0; row < fits.named().size(); row++) {
            if (words.contains(FitPhrases.named(row)) && !words.contains(FitPhrases.unlessNamed(row))) {
                Fits.Named law = fits.named().get(row);
                named.add(new FittingLaw(law.instrument(), law.pinpoint(), Why.NAMED));
            }
        }
        return named;
    }

    private List<Candidate> candidates(Facts facts) {
        List<Candidate> candidates = new ArrayList<>();
        for (int row = 0; row < fits.fits().size(); row++) {
            Fits.Fit fit = fits.fits().get(row);
            if (holds(fit, row, facts) && isToldOn(fit, facts)) {
                boolean words = facts.words().contains(FitPhrases.phrases(row));
                candidates.add(new Candidate(
                        score(fit, words),
                        new FittingLaw(fit.instrument(), fit.pinpoint(), words ? Why.WORDS : Why.TYPE)));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        return candidates;
    }

    private boolean holds(Fits.Fit fit, int row, Facts facts) {
        return (fit.types().isEmpty() || facts.hasTypeOf(fit.types()))
                && saysSo(fit, row, facts)
                && (fit.and().isEmpty() || facts.words().contains(FitPhrases.and(row)))
                && !facts.words().contains(FitPhrases.unless(row))
                && !facts.hasCategoryOf(fit.notCategories())
                && bindsThose(fit.audience(), facts)
                && (fit.jurisdictions().isEmpty()
                        || fit.jurisdictions().stream().anyMatch(facts::isFor))
                && (fit.designated() == null || facts.isDesignated(fit.designated(), fits.designations()))
                && facts.mayBeFor(instrument(fit).jurisdiction());
    }

    /** Words and category are two ways to hold; where a row has neither, it does not ask. */
    private static boolean saysSo(Fits.Fit fit, int row, Facts facts) {
        return (fit.phrases().isEmpty() && fit.categories().isEmpty())
                || facts.words().contains(FitPhrases.phrases(row))
                || facts.hasCategoryOf(fit.categories());
    }

    private static boolean bindsThose(Fits.@Nullable Audience audience, Facts facts) {
        return audience == null || (audience == Fits.Audience.BUSINESS) == facts.business();
    }

    /** A law that has ended is none any more, and one that nobody had passed is told shortly before it applies only. */
    private boolean isToldOn(Fits.Fit fit, Facts facts) {
        ForceOnDay force = ForceOnDay.of(instrument(fit), facts.day());
        if (force.force() != ForceOnDay.Force.NOT_YET) {
            return !force.force().isOver();
        }
        LocalDate from = force.appliesFrom();
        return from != null && !from.isAfter(facts.day().plusYears(YEARS_AHEAD));
    }

    private static int score(Fits.Fit fit, boolean words) {
        return (words ? WEIGHT_OF_WORDS : 0)
                + (fit.types().isEmpty() ? 0 : 2)
                + count(!fit.and().isEmpty())
                + count(!words && !fit.categories().isEmpty())
                + count(!fit.jurisdictions().isEmpty())
                + count(fit.designated() != null);
    }

    private static int count(boolean holds) {
        return holds ? 1 : 0;
    }

    private static FittingLaw withPinpoint(FittingLaw before, FittingLaw other) {
        return before.pinpoint() == null ? new FittingLaw(before.instrument(), other.pinpoint(), before.why()) : before;
    }

    /** An entry of a part of a law stands for the whole, and is named where the whole is. */
    private List<FittingLaw> withoutWider(Map<String, FittingLaw> found) {
        Map<String, FittingLaw> kept = new LinkedHashMap<>(found);
        fits.narrower().forEach((wide, parts) -> {
            FittingLaw whole = found.get(wide);
            List<String> there = parts.stream().filter(found::containsKey).toList();
            if (whole != null && !there.isEmpty() && whole.why() == Why.NAMED) {
                kept.remove(wide);
                there.forEach(part -> kept.computeIfPresent(part, (id, law) -> law.named()));
            }
        });
        return List.copyOf(kept.values());
    }

    private Instrument instrument(Fits.Fit fit) {
        Instrument instrument = instruments.get(fit.instrument());
        if (instrument == null) {
            throw new IllegalStateException("register/fits.yaml names " + fit.instrument() + ", which is not there");
        }
        return instrument;
    }
}
