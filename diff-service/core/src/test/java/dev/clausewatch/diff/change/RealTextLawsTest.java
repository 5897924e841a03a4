package dev.clausewatch.diff.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.diff.segment.PrintedNumber;
import dev.clausewatch.events.ChangeDetected;
import dev.clausewatch.events.ProvisionChange;
import dev.clausewatch.events.ProvisionRef;
import dev.clausewatch.events.TextFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws of {@link DifferLawsTest} over real documents, which are not ours to keep here: {@code -Dclausewatch.histories=DIR} names a
 * folder of histories as {@code eval diff} reads them. The newest version of each is edited at random; the seed is in the name.
 */
class RealTextLawsTest {

    private static final String FOLDER = "clausewatch.histories";
    private static final Pattern NO_PARAGRAPH = Pattern.compile("^( |#|-|[*+] |\\||```).*", Pattern.DOTALL);
    private static final int FEWEST = 12;

    @TestFactory
    Stream<DynamicTest> aTextOfTheSameWordsHasNoDifference() {
        return texts(text -> {
            Story story = new Story();
            story.captured(text.content());
            assertEquals(List.of(), story.captured(text.content()).touched());
        });
    }

    @TestFactory
    Stream<DynamicTest> movingParagraphsGivesAsManyMovesAndNothingElse() {
        return texts(text -> {
            List<String> blocks = new ArrayList<>(text.blocks());
            List<Integer> movable = text.movable();
            Random random = new Random(text.seed());
            Collections.shuffle(movable, random);
            int count = Math.min(1 + random.nextInt(4), movable.size() / 4);
            List<Integer> taken = movable.subList(0, count);
            List<Integer> places = movable.stream()
                    .skip(count)
                    .filter(place -> taken.stream().noneMatch(from -> Math.abs(from - place) <= 1))
                    .limit(count)
                    .toList();
            List<String> moved = new ArrayList<>();
            for (int i = 0; i < blocks.size(); i++) {
                if (!taken.contains(i)) {
                    moved.add(blocks.get(i));
                }
                int place = places.indexOf(i);
                if (place >= 0) {
                    moved.add(blocks.get(taken.get(place)));
                }
            }
            ChangeDetected change = changed(text.content(), joined(moved));
            assertTrue(
                    change.touched().stream().allMatch(touched -> touched.what().equals(Set.of(ProvisionChange.MOVED))),
                    () -> change.touched().toString());
            assertEquals(
                    provisions(taken.stream().map(blocks::get).toList()),
                    change.touched().size());
        });
    }

    @TestFactory
    Stream<DynamicTest> renumberingGivesNoEdit() {
        return texts(text -> {
            List<String> paragraphs = text.movable().stream()
                    .sorted()
                    .map(text.blocks()::get)
                    .map(PrintedNumber::without)
                    .filter(paragraph -> Character.isUpperCase(paragraph.codePointAt(0)))
                    .toList();
            ChangeDetected change = changed(numbered(paragraphs, 1), numbered(paragraphs, 2));
            assertTrue(
                    change.touched().stream()
                            .allMatch(touched -> touched.what().equals(Set.of(ProvisionChange.RENUMBERED))),
                    () -> change.touched().toString());
        });
    }

    @TestFactory
    Stream<DynamicTest> lineageSurvivesTenEditedVersions() {
        return texts(text -> {
            Random random = new Random(text.seed());
            List<String> blocks = new ArrayList<>(text.blocks());
            List<Integer> editable = text.movable();
            Story story = new Story();
            List<String> ids = ids(story.captured(joined(blocks)));
            Set<String> first = new HashSet<>(ids);
            for (int version = 0; version < 10; version++) {
                for (int edit = 0; edit < 4; edit++) {
                    int at = editable.get(random.nextInt(editable.size()));
                    blocks.set(at, edited(random, blocks.get(at)));
                }
                ids = ids(story.captured(joined(blocks)));
            }
            Set<String> survivors = new HashSet<>(ids);
            survivors.retainAll(first);
            int kept = survivors.size();
            assertTrue(kept >= 0.98 * first.size(), () -> kept + " of " + first.size());
        });
    }

    private interface Law {
        void check(RealText text);
    }

    /** A document, cut at blank lines. */
    private record RealText(String name, long seed, String content, List<String> blocks) {

        /**
         * Places of paragraphs that say something, are there once and can stand anywhere: neither they nor their neighbours belong
         * to a list.
         */
        List<Integer> movable() {
            List<Integer> movable = new ArrayList<>();
            for (int i = 1; i + 1 < blocks.size(); i++) {
                if (isFree(i - 1) && isFree(i) && isFree(i + 1)) {
                    movable.add(i);
                }
            }
            return movable;
        }

        private boolean isFree(int at) {
            String block = blocks.get(at);
            return !NO_PARAGRAPH.matcher(block).matches()
                    && !block.endsWith(":")
                    && block.split(" ").length >= 8
                    && Collections.frequency(blocks, block) == 1;
        }
    }

    private static Stream<DynamicTest> texts(Law law) {
        String folder = System.getProperty(FOLDER, "");
        if (folder.isEmpty()) {
            return Stream.of(dynamicTest(
                    "SKIPPED: name a folder of histories with -D" + FOLDER, () -> Assumptions.abort("no histories")));
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
            return IntStream.range(0, sorted.size())
                    .mapToObj(i -> read(sorted.get(i), i))
                    .filter(text -> text.movable().size() >= FEWEST)
                    .map(text -> dynamicTest(text.name() + ", seed " + text.seed(), () -> law.check(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealText read(Path file, long seed) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String last = lines.lines().reduce("{}", (a, b) -> b);
            String content = TextFormat.normalize(
                    new JsonMapper().readTree(last).path("content").asText());
            return new RealText(
                    file.getFileName().toString(),
                    seed,
                    content,
                    List.of(content.strip().split("\n\n+")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int provisions(List<String> blocks) {
        return new Story().captured(joined(blocks)).provisions().size();
    }

    private static ChangeDetected changed(String before, String after) {
        Story story = new Story();
        story.captured(before);
        return story.captured(after);
    }

    private static List<String> ids(ChangeDetected change) {
        return change.provisions().stream().map(ProvisionRef::id).toList();
    }

    private static String joined(List<String> blocks) {
        return String.join("\n\n", blocks) + "\n";
    }

    private static String numbered(List<String> paragraphs, int first) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraphs.size(); i++) {
            text.append(i + first).append(".1 ").append(paragraphs.get(i)).append("\n\n");
        }
        return text.toString();
    }

    private static String edited(Random random, String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        words.set(random.nextInt(words.size()), "sofern" + random.nextInt(100));
        return String.join(" ", words);
    }
}
