package dev.clausewatch.classifier.assess;

import java.util.List;

/**
 * The severity scheme as it is written in {@code assess/severity.yaml}; a type that is named nowhere starts low.
 *
 * @param high types that start high
 * @param medium types that start medium
 * @param burdens types whose clauses weigh on those bound
 * @param powers types whose clauses weigh on those bound where their words say what the platform may do
 * @param raises words that make a clause high
 * @param lowers words that make a clause low
 * @param denials words that deny a right
 * @param rights words of a right
 */
record SeverityFile(
        List<String> high,
        List<String> medium,
        List<String> burdens,
        Powers powers,
        List<Qualifier> raises,
        List<Qualifier> lowers,
        List<String> denials,
        List<String> rights) {

    /**
     * Clauses that keep something for the platform.
     *
     * @param types the types
     * @param phrases words that keep it
     * @param unless words behind which a clause may just as well be a promise
     */
    record Powers(List<String> types, List<String> phrases, List<String> unless) {}

    /**
     * Words that move the severity of some types.
     *
     * @param id of the words
     * @param reason what they say of the clause, as a sentence without its end: the words are quoted behind it
     * @param types the types
     * @param phrases the words
     */
    record Qualifier(String id, String reason, List<String> types, List<String> phrases) {}
}
