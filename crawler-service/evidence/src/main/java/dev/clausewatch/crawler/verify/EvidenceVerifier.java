package dev.clausewatch.crawler.verify;

import picocli.CommandLine;

/** {@code java -jar evidence-verifier.jar FILE}: {@code evidence verify} as a program of its own, which an auditor can keep. */
public final class EvidenceVerifier {

    private EvidenceVerifier() {}

    /** Checks a file and ends the process with the exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EvidenceVerifyCommand())
                .setCommandName("evidence-verifier")
                .execute(arguments));
    }
}
