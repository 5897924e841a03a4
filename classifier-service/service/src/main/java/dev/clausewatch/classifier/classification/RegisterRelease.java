package dev.clausewatch.classifier.classification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When the register of a rule set was first published. */
@Entity
@Table(name = "register_release")
class RegisterRelease {

    @Id
    @Column(name = "ruleset_version")
    String rulesetVersion = "";

    @Column(name = "published_at")
    Instant publishedAt = Instant.EPOCH;
}
