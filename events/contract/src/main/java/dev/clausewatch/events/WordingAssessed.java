package dev.clausewatch.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provisions with a wording do, wherever they stand. Of one wording the latest {@code assessedAt} holds.
 *
 * @param wordingId of {@link Wording#id}; the key
 * @param ruleset the rules (and model) that decided
 * @param assessedAt when
 * @param assessment whether it could be read
 * @param note why not, where it could not
 * @param types what it does; zero to three, with evidence on side {@link Side#AFTER} that points into {@link Wording#text}
 * @param areas which law is engaged; follows from the types
 */
public record WordingAssessed(
        String wordingId,
        ToolVersion ruleset,
        Instant assessedAt,
        Assessment assessment,
        @Nullable String note,
        List<ProvisionType> types,
        List<String> areas)
        implements EventData {

    public WordingAssessed {
        Required.text(wordingId, "wordingId");
        Required.present(ruleset, "ruleset");
        Required.present(assessedAt, "assessedAt");
        Required.present(assessment, "assessment");
        types = Lists.copy(types);
        areas = Lists.copy(areas);
    }

    @Override
    public String key() {
        return wordingId;
    }
}
