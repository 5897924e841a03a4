package dev.clausewatch.gateway.readmodel;

/** The stored positions are not where this reader left them: another replica took over, or a rebuild began. */
final class OffsetsMovedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OffsetsMovedException() {
        super("The stored positions have moved");
    }
}
