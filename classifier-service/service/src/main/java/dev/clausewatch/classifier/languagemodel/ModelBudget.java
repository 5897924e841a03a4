package dev.clausewatch.classifier.languagemodel;

import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How often the language model may still be asked today, counted in the database for all processes. */
@ApplicationScoped
class ModelBudget {

    private final Database database;
    private final LanguageModelConfig config;
    private final Clock clock;

    ModelBudget(Database database, LanguageModelConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Takes one call of today's; false when none is left. */
    boolean take() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.sql("""
                        insert into language_model_usage as u (day, calls) select :today, 1 where :callsPerDay > 0
                        on conflict (day) do update set calls = u.calls + 1 where u.calls < :callsPerDay""")
                        .bind("today", today)
                        .bind("callsPerDay", config.callsPerDay())
                        .update()
                == 1;
    }
}
