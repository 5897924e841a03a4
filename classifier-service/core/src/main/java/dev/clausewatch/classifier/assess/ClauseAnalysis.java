package dev.clausewatch.classifier.assess;

import dev.clausewatch.classifier.rules.PhraseSets;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.Difference;
import dev.clausewatch.events.Direction;
import dev.clausewatch.events.EngagedLaw;
import dev.clausewatch.events.ForceOnDay;
import dev.clausewatch.events.RegisterPublished.Instrument;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the change of a clause means for those bound by it, in lines that each rest on its own words, figures or laws; few where there is little to say. */
final class ClauseAnalysis {

    /** More lines nobody reads. */
    static final int MOST = 5;

    private static final int QUOTE = 120;
    private static final int MOST_NAMED = 4;
    private static final int MOST_LAWS = 2;

    /** A quotation of more than one word: a lone "any" or "including" tells nothing. */
    private static final Pattern PHRASE = Pattern.compile("\u201c[^\u201c\u201d ]{1,100} ");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Map<String, AnalysisText> texts;
    private final Map<String, Instrument> instruments;

    /** Who may receive data, or act for the platform. */
    private final PhraseSets others;

    ClauseAnalysis(AnalysisFile file, Register register) {
        this.texts = file.texts().stream().collect(Collectors.toMap(AnalysisText::id, Function.identity()));
        this.instruments =
                register.instruments().stream().collect(Collectors.toMap(Instrument::id, Function.identity()));
        Map<String, List<String>> names = new LinkedHashMap<>();
        file.others().forEach(name -> names.put(name, List.of(name)));
        this.others = PhraseSets.of(names);
    }

    /**
     * The lines, at most {@link #MOST}.
     *
     * @param laws those that the clause engages
     * @param day of the change
     */
    List<String> of(
            Consequence consequence,
            Difference difference,
            Edit edit,
            String platform,
            Bound bound,
            List<EngagedLaw> laws,
            LocalDate day) {
        List<String> lines = new ArrayList<>();
        direction(difference, bound).ifPresent(lines::add);
        Optional.ofNullable(texts.get(id(consequence))).ifPresent(text -> {
            if (text.says() != null) {
                lines.add(filled(text.says(), consequence, platform, bound));
            }
        });
        named(consequence, edit).ifPresent(lines::add);
        laws.stream()
                .map(law -> standing(law, day))
                .flatMap(Optional::stream)
                .limit(MOST_LAWS)
                .forEach(lines::add);
        Optional.ofNullable(texts.get(id(consequence)))
                .map(text -> text.ask(bound))
                .ifPresent(ask -> lines.add(filled(ask, consequence, platform, bound)));
        return lines.stream().distinct().limit(MOST).toList();
    }

    private static Optional<String> direction(Difference difference, Bound bound) {
        String reason = difference.reason();
        Direction direction = difference.direction();
        if (reason == null || direction == null || !PHRASE.matcher(reason).find()) {
            return Optional.empty();
        }
        String how = switch (direction) {
            case WORSE -> "Worse for ";
            case BETTER -> "Better for ";
            case MIXED -> "Better and worse for ";
            case NEUTRAL, UNKNOWN -> "";
        };
        return how.isEmpty()
                ? Optional.empty()
                : Optional.of(how + bound.noun() + ": " + reason.substring(0, 1).toLowerCase(Locale.ROOT)
                        + reason.substring(1));
    }

    /** What came or went, by its id in the texts; empty where that is not plain. */
    private static String id(Consequence consequence) {
        Statement statement = consequence.statement();
        if (consequence.kind() == Consequence.Kind.FIGURE) {
            return "figure";
        }
        if (statement == null || consequence.kind() == Consequence.Kind.REPLACED) {
            return "";
        }
        String what = switch (statement.subject()) {
            case PLATFORM ->
                switch (statement.mode()) {
                    case NOT -> statement.isPromise() ? "promise" : "disclaimer";
                    case MAY -> "power";
                    case MUST, WILL -> "platform-duty";
                    case DOES -> "";
                };
            case BOUND ->
                switch (statement.mode()) {
                    case NOT -> "ban";
                    case MAY -> "right";
                    case MUST -> "duty";
                    case WILL -> "";
                    case DOES -> statement.isAgainst() ? "grant" : "";
                };
            case OTHER -> "";
        };
        return what + (consequence.kind().comes() ? "-added" : "-gone");
    }

    private static String filled(String text, Consequence consequence, String platform, Bound bound) {
        ChangedFigure figure = consequence.figure();
        return text.replace("{platform}", platform)
                .replace("{bound}", bound.noun())
                .replace("{was}", figure == null ? "" : ShortText.withoutEnd(ShortText.line(figure.was())))
                .replace("{is}", figure == null ? "" : ShortText.withoutEnd(ShortText.line(figure.is())))
                .replace("{words}", ShortText.quoted(consequence.words(), QUOTE));
    }

    /** Those who are named now and were not before. */
    private Optional<String> named(Consequence consequence, Edit edit) {
        if (!consequence.kind().comes()) {
            return Optional.empty();
        }
        Map<String, String> now = others.quotes(edit.insertedWords());
        now.keySet().removeAll(others.quotes(edit.before().quote()).keySet());
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of("Named now, and not before: "
                        + now.values().stream()
                                .map(name -> ShortText.quoted(name, QUOTE))
                                .distinct()
                                .limit(MOST_NAMED)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /** A law that the clause names, or that does not bind on that day as one would think. */
    private Optional<String> standing(EngagedLaw law, LocalDate day) {
        Instrument instrument = instruments.get(law.instrument());
        if (instrument == null) {
            return Optional.empty();
        }
        String title = instrument.title() + (law.pinpoint() == null ? "" : ", " + law.pinpoint());
        ForceOnDay force = ForceOnDay.of(instrument, day);
        LocalDate from = force.appliesFrom();
        String on = DAY.format(day);
        String standing = switch (force.force()) {
            case IN_FORCE -> law.named() ? "in force" : null;
            case APPLIES_LATER, NOT_YET ->
                "does not apply yet" + (from == null ? "" : ", but from " + DAY.format(from) + " on");
            case PROPOSED -> "is proposed";
            case ENJOINED -> "is enjoined by a court";
            case VACATED -> "was vacated by a court";
            case REPEALED -> "is repealed";
            case ENDED -> "has ended";
        };
        return standing == null
                ? Optional.empty()
                : Optional.of(
                        force.force() == ForceOnDay.Force.IN_FORCE
                                ? "The clause names " + title + ", in force on " + on + "."
                                : title + ": on " + on + " it " + standing + ".");
    }
}
