package dev.clausewatch.cli.classifier;

import dev.clausewatch.classifier.rules.RuleSet;
import dev.clausewatch.classifier.taxonomy.DataFiles;
import dev.clausewatch.classifier.taxonomy.Register;
import dev.clausewatch.events.RegisterPublished;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Loads the shipped register and rules for commands that measure or train. */
record ShippedRules(Register register, RuleSet rules) {

    static ShippedRules shipped() {
        DataFiles files = new DataFiles();
        Register register = Register.read(files);
        return new ShippedRules(register, RuleSet.read(files, register));
    }

    /** All types of the taxonomy, in its order. */
    Set<String> types() {
        return new LinkedHashSet<>(
                register.types().stream().map(RegisterPublished.Type::id).toList());
    }

    List<String> areasOf(Collection<String> types) {
        return register.areasOf(types);
    }
}
