package dev.clausewatch.classifier.reading;

import dev.clausewatch.classifier.reader.AnswerCheck;
import dev.clausewatch.classifier.reader.Question;
import dev.clausewatch.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** What language models answered about provisions, as they said it, so that no model is asked the same twice. */
@ApplicationScoped
class KeptAnswers {

    private final Database database;

    KeptAnswers(Database database) {
        this.database = database;
    }

    /**
     * What this model answered; empty if it was not asked.
     *
     * @param question as {@link Question#keptUnder} names it
     */
    Optional<String> find(String question, String model) {
        return database.sql("select answer from provision_reading where question = :question and model = :model")
                .bind("question", question)
                .bind("model", model)
                .first(String.class);
    }

    /** Keeps an answer, up to the length from which none can be used; the first one to a question holds. */
    @Transactional
    void keep(String question, String model, String answer, Instant at) {
        String kept = answer.substring(0, Math.min(answer.length(), AnswerCheck.MOST_CHARACTERS + 1));
        database.sql("""
                        insert into provision_reading (question, model, answer, asked_at)
                        values (:question, :model, :answer, :at) on conflict do nothing""")
                .bind("question", question)
                .bind("model", model)
                // The database takes no NUL.
                .bind("answer", kept.replace('\0', '\ufffd'))
                .bind("at", at)
                .update();
    }
}
