package dev.clausewatch.classifier.reader;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clausewatch.classifier.rules.ProvisionInput;
import dev.clausewatch.events.Ids;
import dev.clausewatch.events.Side;
import dev.clausewatch.events.StrikethroughText;
import java.util.regex.Pattern;

/**
 * A provision as a language model is asked about it.
 *
 * @param id a hash of the material: the same provision under the same heading is the same question, wherever it stands
 * @param material what the model is given: kind of document, nearest heading, introduction and words, as JSON, so that no text can pass
 *     for something else
 * @param side which side of a change it is
 * @param text its words; offsets of evidence point into it
 */
public record Question(String id, String material, Side side, String text) {

    /** A provision of more characters is not asked about. */
    private static final int MOST_CHARACTERS = 24_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BLANKS = Pattern.compile("[ \\u00a0]{2,}");

    /** The question about a provision. Struck-out words are not part of it, since they do not hold. */
    public static Question of(ProvisionInput provision, Side side) {
        String text = StrikethroughText.blanked(provision.text());
        ObjectNode material = JSON.createObjectNode().put("document", provision.termsType());
        if (!provision.headingPath().isEmpty()) {
            material.put("heading", provision.headingPath().getLast());
        }
        if (provision.intro() != null) {
            material.put("introduction", StrikethroughText.blanked(provision.intro()));
        }
        material.put("provision", BLANKS.matcher(text).replaceAll(" "));
        String json = material.toString();
        return new Question(Ids.sha256(json), json, side, text);
    }

    /** Under which its answer is kept: with other instructions, such as another taxonomy, it is another question. */
    public String keptUnder(String instructions) {
        return Ids.sha256(instructions + "\n" + id);
    }

    /** Whether a model may be asked: longer ones are left to the built-in answer. */
    public boolean isShortEnough() {
        return material.length() <= MOST_CHARACTERS;
    }
}
