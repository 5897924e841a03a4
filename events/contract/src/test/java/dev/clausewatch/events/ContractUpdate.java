package dev.clausewatch.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of the contract anew when asked with {@code -Dcontract.update}. */
final class ContractUpdate {

    private ContractUpdate() {}

    static void write(Path file, String content) throws IOException {
        if (System.getProperty("contract.update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
    }
}
