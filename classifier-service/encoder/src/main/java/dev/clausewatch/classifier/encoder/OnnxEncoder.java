package dev.clausewatch.classifier.encoder;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import dev.clausewatch.classifier.learn.ChangedText;
import dev.clausewatch.classifier.learn.Encoder;
import dev.clausewatch.classifier.rules.ProvisionInput;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shipped encoder, in native code: one network that reads provisions and one that reads changes. Thread-safe. Holds memory outside the
 * heap until it is closed.
 */
public final class OnnxEncoder implements Encoder, AutoCloseable {

    private static final Logger LOG = System.getLogger(OnnxEncoder.class.getName());

    private static final String SHIPPED = "/encoder";
    private static final double PER_MILLE = 1000;
    private static final double PER_CENT = 100;

    private final OnnxModel types;
    private final OnnxModel differences;
    private final WordPieces wordPieces;
    private final String id;

    private OnnxEncoder(OrtEnvironment environment, EncoderFiles files) throws OrtException {
        wordPieces = WordPieces.read(files.vocabulary());
        id = files.id();
        WordVectors vectors = new WordVectors(files.vectors(), wordPieces.size());
        types = new OnnxModel(environment, files.types(), vectors, files.words());
        differences = new OnnxModel(environment, files.differences(), vectors, files.words());
    }

    /** The encoder of this build; none, and a line in the log, where the build has none or ONNX Runtime does not run here. */
    public static Optional<OnnxEncoder> shipped() {
        Optional<EncoderFiles> files = EncoderFiles.read(SHIPPED);
        if (files.isEmpty()) {
            LOG.log(Level.INFO, "This build has no encoder: the other models classify without it");
        }
        return files.flatMap(OnnxEncoder::open);
    }

    /**
     * The encoder in these files; none, and a line in the log, where ONNX Runtime does not run here or refuses a model.
     *
     * @throws IllegalArgumentException if the files do not belong together
     */
    static Optional<OnnxEncoder> open(EncoderFiles files) {
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "clausewatch");
            environment.setTelemetry(false);
            return Optional.of(new OnnxEncoder(environment, files));
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

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    @Override
    public List<String> types() {
        return types.facts().outputs();
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
        float[] logits = types.logits(wordPieces.encode(provision, types.facts().mostPieces()));
        double[] scores = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            scores[i] = Math.round(PER_MILLE / (1 + StrictMath.exp(-logits[i]))) / PER_MILLE;
        }
        return scores;
    }

    @Override
    public Map<String, Double> differences(ChangedText change) {
        ModelFacts facts = differences.facts();
        float[] logits = differences.logits(Redline.of(change, wordPieces, facts.mostPieces()));
        Map<String, Double> found = new LinkedHashMap<>();
        for (int i = 0; i < logits.length; i++) {
            found.put(facts.outputs().get(i), Math.round(PER_CENT * logits[i]) / PER_CENT);
        }
        return found;
    }

    /** Frees its memory as soon as nobody computes. */
    @Override
    public void close() {
        types.close();
        differences.close();
    }
}
