package dev.clausewatch.classifier.assess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The severity scheme as it is written in {@code assess/severity.yaml}; a type that is named nowhere starts low.
 *
 * @param high types that start high
 * @param medium types that start medium
 * @param raises words that make a difference of these types high
 * @param lowers words that make a clause of these types low
 * @param worsens words that make a difference of any type worse where they come, and better where they go, however severe it is
 * @param lost words of a protection that make a difference of these types high where they go
 */
record SeverityFile(
        List<String> high,
        List<String> medium,
        List<Qualifier> raises,
        List<Qualifier> lowers,
        List<Qualifier> worsens,
        List<Qualifier> lost) {

    /**
     * Words that move the severity of some types.
     *
     * @param id of the words
     * @param reason what they say of the clause, as a sentence without its end: the words are quoted behind it
     * @param otherwise what it means for those bound where the words go that make it worse, or come that make it better; absent for those that
     *     decide no direction
     * @param types the types; of those that only worsen any
     * @param phrases the words
     */
    record Qualifier(
            String id,
            String reason,
            @Nullable String otherwise,
            @Nullable List<String> types,
            List<String> phrases) {

        boolean concerns(String type) {
            return types == null || types.contains(type);
        }
    }
}
