package dev.clausewatch.cli.crawler;

import dev.clausewatch.crawler.verify.EvidenceVerifyCommand;
import picocli.CommandLine.Command;

/** {@code evidence …}: bundles of evidence. */
@Command(
        name = "evidence",
        description = "Export evidence, and check it.",
        subcommands = {EvidenceExportCommand.class, EvidenceVerifyCommand.class},
        mixinStandardHelpOptions = true)
public final class EvidenceCommand {}
