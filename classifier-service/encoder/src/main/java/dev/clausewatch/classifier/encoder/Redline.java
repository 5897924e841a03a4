package dev.clausewatch.classifier.encoder;

import dev.clausewatch.classifier.learn.ChangedText;
import dev.clausewatch.classifier.learn.Hunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A changed provision as one row of pieces of words, each of which stands in both texts, went or came; {@code redline.py} does the same for
 * training. Bounded: it reads the beginning of long texts only.
 */
final class Redline {

    /** Kind of document and heading get at most so many pieces. */
    private static final int TITLE_PIECES = 20;

    private static final int MOST_WORDS = 2_000;

    private static final int KEPT = 1;
    private static final int GONE = 2;
    private static final int COME = 3;

    /** Of ten pieces so many are for what changed, where that is more than fits. */
    private static final int CHANGED_OF_TEN = 9;

    private final WordPieces wordPieces;
    private final List<Integer> pieces = new ArrayList<>();
    private final List<Integer> sides = new ArrayList<>();

    private Redline(WordPieces wordPieces) {
        this.wordPieces = wordPieces;
    }

    /** The title of a change, and as many pieces of what changed, and of what stands around it, as there is room for. */
    static EncoderInput of(ChangedText change, WordPieces wordPieces, int most) {
        Redline redline = new Redline(wordPieces);
        redline.mark(WordPieces.words(change.before(), MOST_WORDS), WordPieces.words(change.after(), MOST_WORDS));
        List<Integer> title = wordPieces.pieces(change.termsType() + " : " + change.heading(), TITLE_PIECES);
        int room = most - title.size() - WordPieces.MARKS;
        BitSet read = redline.read(room);
        return wordPieces.input(
                title,
                read.stream().mapToObj(redline.pieces::get).toList(),
                read.stream().mapToObj(redline.sides::get).toList(),
                KEPT);
    }

    private void mark(List<String> before, List<String> after) {
        int at = 0;
        for (Hunk hunk : Hunk.between(before, after)) {
            add(before.subList(at, hunk.beforeFrom()), KEPT);
            add(before.subList(hunk.beforeFrom(), hunk.beforeTo()), GONE);
            add(after.subList(hunk.afterFrom(), hunk.afterTo()), COME);
            at = hunk.beforeTo();
        }
        add(before.subList(at, before.size()), KEPT);
    }

    private void add(List<String> words, int side) {
        for (String word : words) {
            for (int piece : wordPieces.ofWord(word)) {
                pieces.add(piece);
                sides.add(side);
            }
        }
    }

    /** The places that are read: what changed, of each side no more than leaves the other its share, then what stands nearest to it. */
    private BitSet read(int room) {
        BitSet read = new BitSet();
        if (pieces.size() <= room) {
            read.set(0, pieces.size());
            return read;
        }
        int changed = room * CHANGED_OF_TEN / 10;
        places(GONE).limit(share(changed, places(COME).count())).forEach(read::set);
        places(COME).limit(share(changed, places(GONE).count())).forEach(read::set);
        int[] far = distances();
        places(KEPT)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(place -> far[place]).thenComparing(place -> place))
                .limit(room - read.cardinality())
                .forEach(read::set);
        return read;
    }

    private static long share(int changed, long others) {
        return others == 0 ? changed : Math.max(changed / 2, changed - others);
    }

    private IntStream places(int side) {
        return IntStream.range(0, sides.size()).filter(place -> sides.get(place) == side);
    }

    /** How far each piece stands from the nearest one that came or went. */
    private int[] distances() {
        int[] far = new int[sides.size()];
        int steps = far.length;
        for (int place = 0; place < far.length; place++) {
            steps = sides.get(place) == KEPT ? steps + 1 : 0;
            far[place] = Math.min(far.length, steps);
        }
        steps = far.length;
        for (int place = far.length - 1; place >= 0; place--) {
            steps = sides.get(place) == KEPT ? steps + 1 : 0;
            far[place] = Math.min(far[place], steps);
        }
        return far;
    }
}
