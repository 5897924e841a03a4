package dev.clausewatch.events;

/**
 * A run of a word diff. Offsets are Unicode code points into the text of the provision before and after, half open. The runs of
 * a diff are in order and cover both texts.
 *
 * @param op what the run is
 * @param beforeStart first code point before
 * @param beforeEnd behind the last one; equal to the start for {@link DiffOp#INSERT}
 * @param afterStart first code point after
 * @param afterEnd behind the last one; equal to the start for {@link DiffOp#DELETE}
 */
public record DiffRun(DiffOp op, int beforeStart, int beforeEnd, int afterStart, int afterEnd) {

    public DiffRun {
        Required.present(op, "op");
    }
}
