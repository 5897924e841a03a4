package dev.clausewatch.diff.segment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a printed date as a day, where it names one for certain: not {@code 03/04/2026}, which is March or April. */
final class PrintedDate {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{3,}");

    /** First letters of the months in the languages that {@link StatedDates} knows, in order. */
    private static final List<Pattern> MONTHS = List.of(
            Pattern.compile("jan|ene"),
            Pattern.compile("feb|fév"),
            Pattern.compile("mar|mär"),
            Pattern.compile("apr|avr|abr"),
            Pattern.compile("may|mai"),
            Pattern.compile("jun|juin"),
            Pattern.compile("jul|juil"),
            Pattern.compile("aug|aoû|ago"),
            Pattern.compile("sep"),
            Pattern.compile("oct|okt"),
            Pattern.compile("nov"),
            Pattern.compile("dec|dez|déc|dic"));

    private PrintedDate() {}

    static @Nullable LocalDate read(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            numbers.add(number.group());
        }
        Month month = month(text);
        try {
            return month == null ? numeric(numbers) : named(numbers, month);
        } catch (DateTimeException | NumberFormatException e) {
            // Such as 31 June: printed, but no day.
            return null;
        }
    }

    private static @Nullable LocalDate named(List<String> numbers, Month month) {
        return numbers.size() == 2 ? LocalDate.of(year(numbers), month, other(numbers)) : null;
    }

    private static int year(List<String> numbers) {
        return Integer.parseInt(numbers.getFirst().length() == 4 ? numbers.getFirst() : numbers.getLast());
    }

    private static int other(List<String> numbers) {
        return Integer.parseInt(numbers.getFirst().length() == 4 ? numbers.getLast() : numbers.getFirst());
    }

    private static @Nullable LocalDate numeric(List<String> numbers) {
        if (numbers.size() != 3) {
            return null;
        }
        int first = Integer.parseInt(numbers.getFirst());
        int second = Integer.parseInt(numbers.get(1));
        int third = Integer.parseInt(numbers.getLast());
        third += numbers.getLast().length() == 2 && numbers.getFirst().length() < 4 ? 2000 : 0;
        if (numbers.getFirst().length() == 4) {
            return LocalDate.of(first, second, third);
        }
        if (first > 12 || first == second) {
            return LocalDate.of(third, second, first);
        }
        return second > 12 ? LocalDate.of(third, first, second) : null;
    }

    private static @Nullable Month month(String text) {
        Matcher letters = LETTERS.matcher(text.toLowerCase(Locale.ROOT));
        while (letters.find()) {
            for (int i = 0; i < MONTHS.size(); i++) {
                if (MONTHS.get(i).matcher(letters.group()).lookingAt()) {
                    return Month.of(i + 1);
                }
            }
        }
        return null;
    }
}
