package dev.clausewatch.cli.crawler;

import picocli.CommandLine.Command;

/** {@code evidence …}: bundles of evidence. */
@Command(
        name = "evidence",
        description = "Export evidence, and check it.",
        subcommands = {EvidenceExportCommand.class, EvidenceVerifyCommand.class},
        mixinStandardHelpOptions = true)
public final class EvidenceCommand {}
