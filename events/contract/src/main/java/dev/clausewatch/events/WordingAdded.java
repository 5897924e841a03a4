package dev.clausewatch.events;

import java.util.List;

/**
 * Words that the provisions of a document had not had before; of its first version all. A version with many comes in several of these.
 *
 * @param document the document
 * @param wordings each once
 */
public record WordingAdded(DocumentRef document, List<Wording> wordings) implements EventData {

    public WordingAdded {
        Required.present(document, "document");
        wordings = Lists.copy(wordings);
    }

    @Override
    public String key() {
        return document.id();
    }
}
