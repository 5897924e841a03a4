package dev.clausewatch.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.clausewatch.gateway.access.NoAuthentication;
import dev.clausewatch.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("dev.clausewatch.gateway");
    }

    /** {@code AccessFilter} closes everything else. */
    @Test
    void onlySigningInAndLinksInMailsNeedNeitherKeyNorSession() {
        classes()
                .that()
                .areAnnotatedWith(NoAuthentication.class)
                .should()
                .haveSimpleName("SignInPages")
                .orShould()
                .haveSimpleName("MailLinkPages")
                .check(new ClassFileImporter().importPackages("dev.clausewatch.gateway"));
    }
}
