package dev.clausewatch.gateway.pages;

import dev.clausewatch.events.ProvisionText;
import dev.clausewatch.events.StatedDate;
import dev.clausewatch.gateway.changes.ChangeDetail;
import dev.clausewatch.gateway.changes.ChangeWords;
import dev.clausewatch.gateway.documents.SourceHealth;
import dev.clausewatch.gateway.documents.Unprocessed;
import dev.clausewatch.gateway.documents.Version;
import dev.clausewatch.gateway.provisions.ProvisionLife;
import dev.clausewatch.gateway.provisions.StandingProvision;
import dev.clausewatch.gateway.readmodel.Archive;
import dev.clausewatch.gateway.register.Register;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Display texts for codes, times and hashes on the pages. */
@TemplateExtension
final class DisplayText {

    private static final int MOST_SHOWN = 420;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]++");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int SHORT_HASH = 12;

    private static final Map<String, String> SILENCES = Map.of(
            "baseline", "first version",
            "editorial", "in form only",
            "return", "back to an earlier text",
            "flapping", "the text goes back and forth",
            "technical", "read differently",
            "below-threshold", "not material enough");

    private DisplayText() {}

    static String moment(Instant time) {
        return MOMENT.format(time);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String clock(Instant time) {
        return CLOCK.format(time);
    }

    /** How a law stood on the day of a change, where it was not simply in force. */
    static String standing(Register.Law law) {
        String day = law.appliesFrom() == null ? "" : "applies from " + law.appliesFrom();
        String since = law.forceSince() == null ? "" : " " + law.forceSince();
        return switch (law.force()) {
            case IN_FORCE -> "in force";
            case APPLIES_LATER -> day.isEmpty() ? "applies later, from a day that is not fixed" : day;
            case NOT_YET -> day.isEmpty() ? "not yet law" : "not yet; " + day;
            case PROPOSED -> "proposed" + since;
            case ENJOINED -> "enjoined" + since;
            case VACATED -> "vacated" + since;
            case REPEALED -> "repealed" + since;
            case ENDED -> "ended" + since;
        };
    }

    /** A code in words: {@code REVERTED}, {@code link-targets-only}. */
    static String label(String code) {
        return ChangeWords.label(code);
    }

    /** A reason of a severity: a sentence, or the code that it was before. */
    static String reason(String sentenceOrCode) {
        return sentenceOrCode.contains(" ") ? sentenceOrCode : label(sentenceOrCode) + ".";
    }

    /** What a language model read, how that differs from the built-in answer, and which of both decides. */
    static String words(ChangeDetail.MachineReading reading) {
        boolean differs =
                !reading.onlyMachine().isEmpty() || !reading.onlyBuiltIn().isEmpty();
        String difference = differs
                ? Stream.of(
                                only("only there", reading.types(), reading.onlyMachine()),
                                only("only built in", reading.builtIn(), reading.onlyBuiltIn()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; ", "Differs: ", "."))
                : "The built-in answer is the same.";
        return "Read by " + reading.model() + ", a language model: " + titles(reading.types()) + ". " + difference
                + (reading.decides() ? " Its types decide here." : " It decides nothing here.");
    }

    private static String only(String where, List<ChangeDetail.TypeFound> types, List<String> ids) {
        List<ChangeDetail.TypeFound> only =
                types.stream().filter(type -> ids.contains(type.id())).toList();
        return only.isEmpty() ? "" : where + " " + titles(only);
    }

    private static String titles(List<ChangeDetail.TypeFound> types) {
        return types.isEmpty()
                ? "no type"
                : types.stream().map(ChangeDetail.TypeFound::title).collect(Collectors.joining(", "));
    }

    /** The first words of a long text. */
    static String beginning(String text) {
        if (text.length() <= MOST_SHOWN) {
            return text;
        }
        int end = text.lastIndexOf(' ', MOST_SHOWN);
        return text.substring(0, end < 0 ? text.offsetByCodePoints(0, MOST_SHOWN / 2) : end) + " …";
    }

    /** A text as part of an address. */
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A code as part of a CSS class. */
    static String css(String code) {
        return OTHERS.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /** Whether a source can be read. */
    static String words(SourceHealth.Status status) {
        return switch (status) {
            case NOT_WATCHED -> "Not watched";
            case PENDING -> "Not read yet";
            case HEALTHY -> "Up to date";
            case FAILING -> "Last attempt failed";
            case DEGRADED -> "Cannot be read";
            case HELD -> "Not fully processed";
        };
    }

    /** What is missing when a stage could not process something. */
    static String sentence(Unprocessed missing) {
        Instant seen = missing.firstSeenAt();
        if (seen == null) {
            return "Something about this document could not be processed on " + moment(missing.since())
                    + ". A change may be missing.";
        }
        boolean held = missing.state() == Unprocessed.State.HELD;
        return switch (missing.stage()) {
            case COMPARE ->
                "The version first seen on " + moment(seen) + " could not be compared with the one before. "
                        + (held
                                ? "What changed in it is not reported, and no later version has been compared yet."
                                : "What changed in it is not reported by itself. Later versions are compared again.");
            case CLASSIFY ->
                "What the change first seen on " + moment(seen)
                        + " means could not be worked out, and nobody was told of it."
                        + (held ? "" : " Later changes are worked out again.");
        };
    }

    /** What a kind of change means, for changes that nothing else is said of. */
    static String explanation(String kind, boolean imported) {
        return ChangeWords.explanation(kind, imported);
    }

    static String shortHash(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    /** Why nobody is told of a change. */
    static String silence(ChangeDetail change) {
        ChangeDetail.Meaning meaning = change.meaning();
        if (meaning == null) {
            return "not classified yet";
        }
        if (change.imported()) {
            return "imported from an archive";
        }
        String code = meaning.alertReason().equals("not-alertable") ? change.alertableReason() : meaning.alertReason();
        return SILENCES.getOrDefault(code, label(code).toLowerCase(Locale.ROOT));
    }

    /** Where a version comes from: a capture of ours and an import are told apart. */
    static String source(Version version) {
        return origin(version.imported(), version.archive(), version.archiveCommit());
    }

    /** Where the new text of a change comes from. */
    static String source(ChangeDetail change) {
        return origin(change.imported(), change.archive(), null);
    }

    private static String origin(boolean imported, @Nullable Archive archive, @Nullable String commit) {
        if (!imported) {
            return "Captured by Clausewatch";
        }
        if (archive == null) {
            return "Imported from an archive, not captured by Clausewatch";
        }
        return "Imported from the archive " + archive.name() + (commit == null ? "" : ", commit " + commit)
                + ", not captured by Clausewatch";
    }

    /** An address that may stand in a link: addresses come from events, and only http and https go to a page. */
    static String link(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? url : "#";
    }

    static String percent(Double share) {
        return Math.round(share * 100) + " %";
    }

    static String plural(Number count, String noun) {
        return count + " " + noun + (count.longValue() == 1 ? "" : "s");
    }

    /** The headings above a provision. */
    static List<String> headings(ChangeDetail.Provision provision) {
        ProvisionText side = side(provision);
        return side == null ? List.of() : side.headingPath();
    }

    /** The number of a provision as printed now, or as it was. */
    static String number(ChangeDetail.Provision provision) {
        ProvisionText side = side(provision);
        String number = side == null ? null : side.number();
        return number == null ? "" : number;
    }

    /** The words that introduce the list a provision is an item of. */
    static String intro(ChangeDetail.Provision provision) {
        ProvisionText side = side(provision);
        String intro = side == null ? null : side.intro();
        return intro == null ? "" : intro;
    }

    /** What a change does to whom, in a line; of a classification of an earlier release its summary. */
    static String headline(ChangeDetail change) {
        return ChangeWords.headline(change);
    }

    /** The title of an area of a change. */
    static String title(ChangeDetail change, String id) {
        ChangeDetail.Meaning meaning = change.meaning();
        return meaning == null ? id : meaning.titles().areas().getOrDefault(id, id);
    }

    /** The dates that a document states about itself, in words; empty when it states none. */
    static String says(ChangeDetail change) {
        return change.statedDates().stream().map(DisplayText::stated).distinct().collect(Collectors.joining(", "));
    }

    /** The dates that a version states about itself, in words; empty when it states none. */
    static String says(Version version) {
        return version.statedDates().stream()
                .map(DisplayText::stated)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String stated(StatedDate stated) {
        LocalDate date = stated.date();
        String day = date == null ? "“" + stated.text() + "”" : DATE.format(date);
        return switch (stated.label()) {
            case UPDATED -> "last updated " + day;
            case EFFECTIVE -> "effective " + day;
            case OTHER -> "dated " + day;
        };
    }

    /** What to call a provision: as it is printed now, or was when something last happened to it. */
    static String name(ProvisionLife life) {
        StandingProvision current = life.current();
        String number = current == null ? life.steps().getLast().number() : current.number();
        return number == null ? "A provision" : "Provision " + number;
    }

    private static @Nullable ProvisionText side(ChangeDetail.Provision provision) {
        ProvisionText after = provision.after();
        return after == null ? provision.before() : after;
    }
}
