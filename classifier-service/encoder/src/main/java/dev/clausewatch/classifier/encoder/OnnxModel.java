package dev.clausewatch.classifier.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A graph that ONNX Runtime computes. Thread-safe: each text is computed on its caller's thread. Holds memory outside the heap until it is closed. */
final class OnnxModel implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelFacts facts;
    private final WordVectors vectors;

    /** Its read lock is held while a text is computed, its write lock to close: native memory must not go while it is in use. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    /**
     * A model.
     *
     * @param words the hash of the words beside it
     * @throws OrtException if ONNX Runtime refuses it
     * @throws IllegalArgumentException if it was made for other words
     */
    OnnxModel(OrtEnvironment environment, byte[] graph, WordVectors vectors, String words) throws OrtException {
        this.environment = environment;
        this.vectors = vectors;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(graph, options);
        }
        facts = ModelFacts.of(session.getMetadata().getCustomMetadata(), words);
    }

    ModelFacts facts() {
        return facts;
    }

    /**
     * A logit for each output.
     *
     * @throws IllegalStateException if it is closed
     */
    float[] logits(EncoderInput input) {
        long[] segments = input.segmentNumbers();
        open.readLock().lock();
        try (OnnxTensor words = OnnxTensor.createTensor(
                        environment, vectors.of(input.pieces()), new long[] {segments.length, vectors.width()});
                OnnxTensor sides =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(segments), new long[] {segments.length});
                OrtSession.Result result = session.run(Map.of("words", words, "segments", sides))) {
            return (float[]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder failed: " + e.getMessage(), e);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Frees its memory as soon as nobody computes. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder could not be closed: " + e.getMessage(), e);
        } finally {
            open.writeLock().unlock();
        }
    }
}
