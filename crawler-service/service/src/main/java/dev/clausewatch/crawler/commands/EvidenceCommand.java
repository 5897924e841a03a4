package dev.clausewatch.crawler.commands;

import picocli.CommandLine.Command;

/** {@code evidence …}: bundles of evidence. */
@Command(
        name = "evidence",
        description = "Export evidence, and check it.",
        subcommands = {EvidenceExportCommand.class, EvidenceVerifyCommand.class},
        mixinStandardHelpOptions = true)
final class EvidenceCommand {}
