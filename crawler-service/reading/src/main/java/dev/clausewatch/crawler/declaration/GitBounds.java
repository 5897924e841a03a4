package dev.clausewatch.crawler.declaration;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import org.eclipse.jgit.api.TransportConfigCallback;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** How much time and space one reading of a repository may take, over HTTP to the byte, from a folder by the number of objects. */
final class GitBounds extends EmptyProgressMonitor implements TransportConfigCallback, HttpConnectionFactory {

    /** The newest commit of the largest public collection has 3 MB. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int MOST_OBJECTS = 50_000;
    private static final int SILENCE_SECONDS = 30;

    private final Duration deadline;
    private final long end;
    private long bytes;
    private boolean tooMany;

    GitBounds(Duration deadline) {
        this.deadline = deadline;
        this.end = System.nanoTime() + deadline.toNanos();
    }

    /** How long the other side may say nothing. */
    int silenceSeconds() {
        return (int) Math.max(1, Math.min(SILENCE_SECONDS, deadline.toSeconds()));
    }

    @Override
    public void configure(Transport transport) {
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(this);
        }
    }

    @Override
    public void beginTask(String title, int totalWork) {
        tooMany |= totalWork > MOST_OBJECTS;
    }

    @Override
    public boolean isCancelled() {
        return tooMany || late();
    }

    private boolean late() {
        return System.nanoTime() - end > 0;
    }

    private void count(long more) throws IOException {
        bytes += Math.max(0, more);
        if (bytes > MOST_BYTES) {
            throw new IOException("it has more than %d bytes in its newest commit".formatted(MOST_BYTES));
        }
        if (late()) {
            throw new IOException("it did not come whole within %d seconds".formatted(deadline.toSeconds()));
        }
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return new Connection(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Connection(url, proxy);
    }

    private final class Connection extends JDKHttpConnection {

        Connection(URL url, Proxy proxy) throws IOException {
            super(url, proxy);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }
    }
}
