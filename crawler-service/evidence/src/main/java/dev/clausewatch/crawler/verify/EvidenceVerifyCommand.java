package dev.clausewatch.crawler.verify;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clausewatch.crawler.bundle.BundleFile;
import dev.clausewatch.crawler.bundle.UnusableFileException;
import dev.clausewatch.crawler.bundle.VerificationResult;
import dev.clausewatch.crawler.evidence.VerifyingKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evidence verify}: checks a bundle without any installation and names the first thing that does not hold. */
@Command(
        name = "verify",
        description = "Check a file of evidence, offline.",
        footer = {
            "",
            "With --json: {file, holds, document, snapshots, imported, firstSeen, lastSeen, log, records, keyFingerprint,"
                    + " signerVerified}, or {file, holds, part, reason} where something does not hold."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything holds, and the key of --public-key signed it",
            "1:something does not hold",
            "2:the file or the key cannot be used",
            "3:everything holds, but nobody knows who signed it: --public-key is missing"
        })
public final class EvidenceVerifyCommand implements Callable<Integer> {

    private static final int LARGEST_KEY = 4096;
    private static final int DOES_NOT_HOLD = 1;
    private static final int UNUSABLE = 2;
    private static final int SIGNER_UNKNOWN = 3;

    @Spec
    @Nullable
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what evidence export wrote")
    private Path file = Path.of("");

    @Option(
            names = "--public-key",
            paramLabel = "PEM",
            description = "the installation's public key, which you got from its operator")
    @Nullable
    private Path publicKey;

    @Option(names = "--json", description = "answer with one JSON object on standard output, whatever the verdict")
    private boolean json;

    /** What {@code --json} answers of a bundle that holds. */
    record HoldsAnswer(
            String file,
            boolean holds,
            String document,
            int snapshots,
            int imported,
            String firstSeen,
            String lastSeen,
            String log,
            long records,
            String keyFingerprint,
            boolean signerVerified) {}

    /** What {@code --json} answers of a bundle that does not hold. */
    record BrokenAnswer(String file, boolean holds, String part, String reason) {}

    @Override
    public Integer call() throws IOException {
        try {
            VerifyingKey pinned = publicKey == null ? null : read(publicKey);
            return switch (BundleFile.verify(file, pinned)) {
                case VerificationResult.Holds holds -> report(holds, pinned);
                case VerificationResult.Broken broken -> {
                    if (json) {
                        print(new BrokenAnswer(file.toString(), false, broken.part(), broken.reason()));
                        yield DOES_NOT_HOLD;
                    }
                    yield refuse(DOES_NOT_HOLD, broken.of(file));
                }
            };
        } catch (UnusableFileException e) {
            return refuse(UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    private int refuse(int exitCode, String why) {
        Objects.requireNonNull(spec).commandLine().getErr().println(why);
        return exitCode;
    }

    private void print(Record answer) throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(new JsonMapper().writeValueAsString(answer));
        out.flush();
    }

    private int report(VerificationResult.Holds holds, @Nullable VerifyingKey pinned) throws IOException {
        int exitCode = pinned == null ? SIGNER_UNKNOWN : 0;
        if (json) {
            print(new HoldsAnswer(
                    file.toString(),
                    true,
                    holds.document(),
                    holds.snapshots(),
                    holds.imported(),
                    holds.first().toString(),
                    holds.last().toString(),
                    holds.log(),
                    holds.size(),
                    holds.key().fingerprint(),
                    pinned != null));
            return exitCode;
        }
        PrintWriter people = Objects.requireNonNull(spec).commandLine().getOut();
        people.printf(
                "%s holds: %d snapshots of %s, first seen from %s to %s%n",
                file, holds.snapshots(), holds.document(), holds.first(), holds.last());
        if (holds.imported() > 0) {
            people.printf(
                    "From an archive, not captured by this installation: %d. Their dates and words are the archive's.%n",
                    holds.imported());
        }
        people.printf("They are among the %d records of the log %s%n", holds.size(), holds.log());
        if (pinned == null) {
            people.printf(
                    "The signer is not verified: the key is the file's own, and anybody can make such a file with a key of theirs.%n"
                            + "Give the operator's key with --public-key, or compare its fingerprint with this one:%n%s%n",
                    holds.key().fingerprint());
        } else {
            people.printf("Signed by the key of %s%n", publicKey);
        }
        people.flush();
        return exitCode;
    }

    private static VerifyingKey read(Path pem) throws IOException {
        if (!Files.isRegularFile(pem) || !Files.isReadable(pem) || Files.size(pem) > LARGEST_KEY) {
            throw new UnusableFileException("The file %s of --public-key cannot be read as a key.".formatted(pem));
        }
        try {
            return VerifyingKey.read(Files.readString(pem).replace("\r", ""));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new UnusableFileException("The file %s of --public-key: %s.".formatted(pem, e.getMessage()));
        }
    }
}
