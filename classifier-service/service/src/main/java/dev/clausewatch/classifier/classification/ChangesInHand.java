package dev.clausewatch.classifier.classification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether this process is classifying changes, so that work in the background can give way to them. Thread-safe. */
@ApplicationScoped
public class ChangesInHand {

    private final AtomicInteger polls = new AtomicInteger();

    /** Works on changes. */
    public void work(Runnable poll) {
        polls.incrementAndGet();
        try {
            poll.run();
        } finally {
            polls.decrementAndGet();
        }
    }

    /** Whether there are any. */
    public boolean any() {
        return polls.get() > 0;
    }
}
