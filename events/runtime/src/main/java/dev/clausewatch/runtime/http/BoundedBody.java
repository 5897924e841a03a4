package dev.clausewatch.runtime.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body whose length nobody knows before it was read. When it turns out too large, what follows is read to its end and thrown away, up to
 * a bound, so that clients that send first and read then see the answer.
 */
final class BoundedBody extends FilterInputStream {

    private static final int DISCARDED_AT_ONCE = 8192;

    private final long limit;
    private final long discardedAtMost;
    private final HttpProblem problem;
    private long read;

    BoundedBody(InputStream body, long limit, long discardedAtMost, HttpProblem problem) {
        super(body);
        this.limit = limit;
        this.discardedAtMost = discardedAtMost;
        this.problem = problem;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > limit) {
            discard();
            throw problem;
        }
    }

    private void discard() throws IOException {
        byte[] rest = new byte[DISCARDED_AT_ONCE];
        int count = super.read(rest, 0, rest.length);
        for (long discarded = 0; count > 0 && discarded < discardedAtMost; discarded += count) {
            count = super.read(rest, 0, rest.length);
        }
    }

    /** The framework would read a body to its end, however far that is. */
    @Override
    public void close() throws IOException {
        if (read <= limit) {
            super.close();
        }
    }
}
