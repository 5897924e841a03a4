package dev.clausewatch.classifier.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.clausewatch.classifier.learn.TypeScorer;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.events.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Scores types with the shipped encoder, in native code. Thread-safe: each provision is computed on its caller's thread. Holds memory
 * outside the heap until it is closed.
 */
public final class TypeEncoder implements TypeScorer, AutoCloseable {

    private static final Logger LOG = System.getLogger(TypeEncoder.class.getName());

    private static final String MODEL = "/model/encoder.onnx";
    private static final String VOCABULARY = "/model/encoder-vocabulary.txt";
    private static final int ID_DIGITS = 12;
    private static final double PER_MILLE = 1000;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final EncoderFacts facts;
    private final WordPieces wordPieces;
    private final String id;

    /** Its read lock is held while a provision is scored, its write lock to close: native memory must not go while it is in use. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private TypeEncoder(OrtEnvironment environment, OrtSession session, byte[] model, byte[] vocabulary)
            throws OrtException {
        this.environment = environment;
        this.session = session;
        facts = EncoderFacts.of(session.getMetadata().getCustomMetadata(), vocabulary);
        wordPieces = WordPieces.read(vocabulary);
        id = "encoder-" + Ids.sha256(model).substring(0, ID_DIGITS);
    }

    /** The encoder of this build; none, and a line in the log, where the build has none or ONNX Runtime does not run here. */
    public static Optional<TypeEncoder> shipped() {
        byte[] model = resource(MODEL);
        byte[] vocabulary = resource(VOCABULARY);
        if (model == null || vocabulary == null) {
            LOG.log(Level.INFO, "This build has no encoder: the other models classify without it");
            return Optional.empty();
        }
        return open(model, vocabulary);
    }

    /**
     * The encoder in these files; none, and a line in the log, where ONNX Runtime does not run here or refuses the model.
     *
     * @throws IllegalArgumentException if the files do not belong together
     */
    static Optional<TypeEncoder> open(byte[] model, byte[] vocabulary) {
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "clausewatch");
            environment.setTelemetry(false);
            return Optional.of(new TypeEncoder(environment, session(environment, model), model, vocabulary));
        } catch (OrtException | LinkageError e) {
            // A LinkageError: no native code for this platform, or none that loads.
            LOG.log(
                    Level.WARNING,
                    "The encoder does not run here: the other models classify without it os={0} arch={1} reason={2}",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    reason(e));
            return Optional.empty();
        }
    }

    private static OrtSession session(OrtEnvironment environment, byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(model, options);
        }
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private static byte @Nullable [] resource(String path) {
        try (InputStream in = TypeEncoder.class.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> types() {
        return facts.types();
    }

    @Override
    public String id() {
        return id;
    }

    /**
     * {@inheritDoc} Takes some ten milliseconds for sixty pieces of words.
     *
     * @throws IllegalStateException if it is closed
     */
    @Override
    public double[] scores(ProvisionInput provision) {
        EncoderInput input = wordPieces.encode(provision, facts.mostPieces());
        float[] logits = logits(input);
        double[] scores = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = Math.round(PER_MILLE / (1 + StrictMath.exp(-logits[i]))) / PER_MILLE;
        }
        return scores;
    }

    private float[] logits(EncoderInput input) {
        open.readLock().lock();
        try (OnnxTensor pieces = row(input.pieces());
                OnnxTensor segments = row(input.segments());
                OrtSession.Result result = session.run(Map.of("pieces", pieces, "segments", segments))) {
            return (float[]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder failed: " + e.getMessage(), e);
        } finally {
            open.readLock().unlock();
        }
    }

    private OnnxTensor row(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {numbers.length});
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
